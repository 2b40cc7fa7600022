#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/known_cards.hpp"
#include "exchange/read_card.hpp"

namespace okienko::exchange {

/// Reads a whole table of cards (docs/reference/tabela-csv.md). The records come in the order in
/// which cards may refer to each other. A table that has no usable head is one record with
/// problems.
std::vector<ReadRecord> read_csv(const std::string& file,
                                 std::string_view text,
                                 const KnownCards& known);

}  // namespace okienko::exchange
