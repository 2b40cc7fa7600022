#pragma once

#include <string_view>

#include "model/document.hpp"
#include "server/submission/dossier.hpp"

namespace okienko::server {

/// The cells of a card that somebody is about to describe: nothing but its id.
model::Node new_card();

/// Of a service: with what most services of institutions are, so that there is less to fill in.
model::Node new_service();

/// Whether a new card comes with just this in that field.
bool is_of_new_card(CardKind kind, std::string_view key, std::string_view text);

}  // namespace okienko::server
