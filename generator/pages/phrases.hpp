#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/words.hpp"
#include "model/date.hpp"

/// Small pieces of sentences that pages share, made of the interface's words.
namespace okienko::generator {

/// "a", "a i b", "a, b i c". Empty for no parts.
std::string joined(const std::vector<std::string>& parts, const Words& words);

/// "5 marca 2026 r.", to stand within a sentence or at its end without another full stop.
std::string date_words(model::Date date, const Words& words);

/// "czwartek, 5 marca 2026 r."
std::string weekday_and_date(model::Date date, const Words& words);

/// "od 5 marca 2026 r.", "do …", "od … do …"; empty when both are absent.
std::string period_words(const std::optional<model::Date>& from,
                         const std::optional<model::Date>& to,
                         const Words& words);

}  // namespace okienko::generator
