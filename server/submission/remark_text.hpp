#pragma once

#include <string>

#include "generator/words.hpp"
#include "model/submission.hpp"

namespace okienko::server {

/// What the office says, after what it says it of: "Usługa 1, Opłata 2: Kwota: Czy to nie za dużo?"
std::string remark_text(const model::Remark& remark, const generator::Words& words);

}  // namespace okienko::server
