#pragma once

#include <string_view>

#include "language/language.hpp"

namespace okienko::search {

/// Whether a folded word says nothing about what somebody looks for: particles, pronouns, and what
/// questions and requests begin with ("gdzie", "jak", "potrzebuję", "where can I").
bool is_stop_word(language::Language language, std::string_view folded);

}  // namespace okienko::search
