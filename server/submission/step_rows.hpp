#pragma once

#include <string>
#include <vector>

#include "generator/view.hpp"
#include "generator/words.hpp"
#include "server/submission/card_step.hpp"
#include "server/submission/cell_check.hpp"

namespace okienko::server {

/// What stands beside the fields of a step.
struct StepRemarks {
    std::vector<CellFault> faults;       ///< What is wrong, by path within the card.
    std::vector<model::Remark> remarks;  ///< What the office says, by path within the card.
};

/// The step as rows of the component card_row, in their order: fields, and where a group or a
/// member of it begins and ends, since a template cannot go into itself.
std::vector<generator::View> step_rows(const CardRef& card,
                                       const FormStep& step,
                                       const model::Node& cells,
                                       const FieldOptions& options,
                                       const generator::Words& words,
                                       const StepRemarks& beside);

/// What a fault says in words.
std::string fault_text(const CellFault& fault, const generator::Words& words);

/// The label of the field that a path leads to, with the number of each member on the way: "Opłata
/// 2: Kwota".
std::string field_label(CardKind kind, std::string_view path, const generator::Words& words);

/// "Kwota: Za dużo", "Po co jest ta usługa? To pole jest potrzebne."
std::string under_label(const std::string& label, const std::string& text);

/// The step in which the field of a path is asked for; the first one for the card as a whole.
const FormStep& step_of_path(CardKind kind, std::string_view path);

}  // namespace okienko::server
