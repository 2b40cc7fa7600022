#pragma once

#include <filesystem>
#include <string>

#include "model/catalogue.hpp"
#include "model/checked.hpp"
#include "model/problem.hpp"

namespace okienko::db {

/// Reads a folder of cards in TOML (db/demo/ is one; docs/reference/karta-uslugi.md describes it)
/// into a checked catalogue. Every problem of every file is reported at its line; problems between
/// cards too, where the field that is wrong can be found. A card's file is called after its slug.
/// `name` is how messages call the folder. Throws std::filesystem::filesystem_error when it cannot
/// be read.
model::Checked<model::Catalogue, model::Problem> read_card_folder(
    const std::filesystem::path& folder, const std::string& name);

}  // namespace okienko::db
