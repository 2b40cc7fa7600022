#pragma once

#include "model/card_rules.hpp"
#include "model/catalogue.hpp"
#include "model/checked.hpp"
#include "model/document.hpp"

/// Cards as people write them → values of the model. Each reader checks the form of every field
/// (`check_fields`) and the rules within the card (`check_service` …) and reports all problems at
/// their places in the file. References between cards are checked by `check_catalogue`.
namespace okienko::model {

Checked<Service, Problem> read_service(const Document& document);
Checked<Provider, Problem> read_provider(const Document& document);
Checked<Place, Problem> read_place(const Document& document);
Checked<std::vector<Domain>, Problem> read_domains(const Document& document);
Checked<std::vector<Audience>, Problem> read_audiences(const Document& document);
Checked<std::vector<Situation>, Problem> read_situations(const Document& document);
Checked<std::vector<Locality>, Problem> read_localities(const Document& document);
Checked<std::vector<Programme>, Problem> read_programmes(const Document& document);
Checked<std::vector<Indicator>, Problem> read_indicators(const Document& document);
Checked<std::vector<BudgetLine>, Problem> read_budget(const Document& document);
Checked<std::vector<LibraryDocument>, Problem> read_documents(const Document& document);

/// The same for whoever has other words for the rules within a card: `broken` is told those that
/// are broken, one for each problem; none when the form of a field is wrong, since rules ask only
/// of cards that are right so far.
Checked<Service, Problem> read_service_by_rules(const Document& document,
                                                std::vector<FieldProblem>& broken);
Checked<Provider, Problem> read_provider_by_rules(const Document& document,
                                                  std::vector<FieldProblem>& broken);
Checked<Place, Problem> read_place_by_rules(const Document& document,
                                            std::vector<FieldProblem>& broken);

}  // namespace okienko::model
