#pragma once

#include "model/catalogue.hpp"

namespace okienko::db {

/// A catalogue in which every member of every struct differs from its default, lists have two
/// members in an order that is not alphabetical, and references point forward where they can.
model::Catalogue full_catalogue();

}  // namespace okienko::db
