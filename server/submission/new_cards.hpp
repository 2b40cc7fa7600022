#pragma once

#include "model/document.hpp"

namespace okienko::server {

/// The cells of a card that somebody is about to describe: nothing but its id.
model::Node new_card();

/// Of a service: with what most services of institutions are, so that there is less to fill in.
model::Node new_service();

}  // namespace okienko::server
