#pragma once

#include <filesystem>

#include "model/catalogue.hpp"

/// The public catalogue in its file, catalogue.db. Every function throws DatabaseError
/// (db/error.hpp) when the file is not usable; each opens its own connection, so any thread may
/// call any of them.
namespace okienko::db {

/// Makes the file with an empty catalogue, or brings an existing one to the schema of this program,
/// keeping what it holds. Its directory must exist.
void create_catalogue(const std::filesystem::path& file);

/// Replaces the whole content in one durable transaction: afterwards the file holds all of
/// `catalogue`, or, after an exception, what it held before. Readers meanwhile see the old content.
/// The caller has checked the catalogue; a reference to a card that is not in it, a second card
/// with the same slug or id, and a date that does not exist throw DatabaseError.
void write_catalogue(const std::filesystem::path& file, const model::Catalogue& catalogue);

/// Reads everything, as it stood at one moment; each list in the order in which it was written.
/// Never writes to the file.
model::Catalogue read_catalogue(const std::filesystem::path& file);

}  // namespace okienko::db
