#include "exchange/record_cards.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "exchange/record_text.hpp"
#include "exchange/typed_card.hpp"

namespace okienko::exchange {

using model::Node;

void RecordCards::begin(std::string_view text, int line) {
    record_ = {};
    record_.line = line;
    reported_.clear();
    text_ = text;
}

ReadRecord RecordCards::finish() {
    if (has_problems()) {
        record_.cards.clear();
        std::ranges::sort(record_.problems, {}, [](const model::Problem& problem) {
            const auto& at = std::get<model::SourcePosition>(problem.at);
            return std::pair{at.line, at.column};
        });
    }
    return std::move(record_);
}

void RecordCards::give_types_to(Node& card, std::span<const model::Field> fields, bool foreign) {
    std::vector<ValueFault> faults;
    give_types(card, fields, faults);
    if (foreign) return;
    for (auto& fault : faults) {
        reported_.push_back(fault.column);
        report_at(fault.column, std::move(fault.message), std::move(fault.remedy));
    }
}

void RecordCards::add_nested(CardValue value) {
    record_.cards.push_back({std::move(value), Standing::Nested, {}, {}});
}

void RecordCards::add_own(CardValue value) {
    record_.cards.push_back({std::move(value), Standing::Own, {}, {}});
}

/// A value that was reported for its type is not reported again for its form.
void RecordCards::report_all(const model::Problems& problems) {
    for (const auto& problem : problems) {
        auto column = std::get<model::SourcePosition>(problem.at).column;
        if (std::ranges::find(reported_, column) == reported_.end()) {
            report_at(column, problem.message, problem.remedy);
        }
    }
}

/// Names the field by its path in the record: the card's own key may differ from it. The record
/// is read again, since its values have moved into the card.
void RecordCards::report_at(int column, std::string message, std::string remedy) {
    auto again = json_.read(text_);
    const auto* root = std::get_if<Node>(&again);
    auto path = root ? path_to(*root, column) : std::string{};
    if (!path.empty()) message = "pole " + path + ": " + message;
    report(
        static_cast<std::size_t>(std::max(0, column - 1)), std::move(message), std::move(remedy));
}

void RecordCards::report(std::size_t offset, std::string message, std::string remedy) {
    record_.problems.push_back(problem_in_record(
        file_, record_.line, text_, offset, std::move(message), std::move(remedy)));
}

void RecordCards::warn(const std::vector<std::string>& losses) {
    for (const auto& loss : losses) {
        record_.warnings.push_back({model::SourcePosition{file_, record_.line, 1}, loss});
    }
}

std::string RecordCards::whole_text() {
    std::string original;
    auto again = json_.read(text_);
    if (const auto* root = std::get_if<Node>(&again)) append_json(original, *root);
    return original;
}

}  // namespace okienko::exchange
