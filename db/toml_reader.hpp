#pragma once

#include <string>

#include "model/checked.hpp"
#include "model/document.hpp"
#include "model/problem.hpp"

namespace okienko::db {

/// Reads TOML 1.0 into a document that remembers where each key and value stands.
///
/// `first_line` is the line of `source` at which the TOML begins when it is a part of a larger
/// file (front matter): places count from the start of that file, and `source` is the whole file.
/// A time without quotes is read as the text "HH:MM". The only problem that this can report is the
/// first error of syntax.
model::Checked<model::Document, model::Problem> read_toml(std::string file,
                                                          std::string source,
                                                          std::string_view toml,
                                                          int first_line = 1);

/// A file that is TOML from beginning to end.
model::Checked<model::Document, model::Problem> read_toml(std::string file, std::string source);

}  // namespace okienko::db
