#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/submission/dossier.hpp"

namespace okienko::server {

/// What is wrong with a cell. Either one of the theme's words, "card_error.<word>", or a sentence
/// of the card's own rules (model/card_check.hpp), which are written in Polish.
struct CellFault {
    std::string path;  ///< Within the card, members counted from 1: "fees.2.amount".
    std::string word = {};
    std::size_t typed = 0;  ///< Characters, when it is too long.
    int most = 0;           ///< The limit, when it is too long or too large.
    std::string sentence = {};
    bool operator==(const CellFault&) const = default;
};

/// Everything that is wrong in these fields of typed cells: what is missing, too long or malformed,
/// in the order of the fields. Members of groups that are wholly empty do not count.
std::vector<CellFault> check_cells(const model::Node& cells,
                                   std::span<const model::Field> fields,
                                   const std::string& prefix = {});

/// The card that the cells say: what is empty or malformed is left out.
model::Node card_of_cells(const model::Node& cells, std::span<const model::Field> fields);

/// Whether nothing at all is typed in it.
bool is_blank(const model::Node& cells);

}  // namespace okienko::server
