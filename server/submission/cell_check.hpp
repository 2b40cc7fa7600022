#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/card_rules.hpp"
#include "server/submission/dossier.hpp"

namespace okienko::server {

/// What is wrong with a cell: "card_error.<word>" of the theme's words or, for what all forms say
/// alike, "form_error.<word>"; "card_rule.<word>" when it is right by itself and breaks a rule of
/// the card.
struct CellFault {
    std::string path;  ///< Within the card, members counted from 1: "fees.2.amount".
    std::string word = {};
    std::size_t typed = 0;                        ///< Characters, when it is too long.
    int most = 0;                                 ///< The limit, when it is too long or too large.
    std::optional<model::RuleDetails> rule = {};  ///< What the rule is broken by.
    bool operator==(const CellFault&) const = default;
};

/// Everything that is wrong in these fields of typed cells: what is missing, too long or malformed,
/// in the order of the fields. Members of groups that are wholly empty do not count.
std::vector<CellFault> check_cells(const model::Node& cells,
                                   std::span<const model::Field> fields,
                                   const std::string& prefix = {});

/// Where a PESEL stands in these fields: "pesel", a fault until whoever wrote it has seen the
/// warning and means it.
std::vector<CellFault> pesels_in(const model::Node& cells,
                                 std::span<const model::Field> fields,
                                 const std::string& prefix = {});

/// The card that the cells say: what is empty or malformed is left out.
model::Node card_of_cells(const model::Node& cells, std::span<const model::Field> fields);

/// Whether nothing at all is typed in it.
bool is_blank(const model::Node& cells);

}  // namespace okienko::server
