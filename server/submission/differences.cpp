#include "server/submission/differences.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "exchange/csv_values.hpp"
#include "server/submission/cell_check.hpp"
#include "server/submission/form_steps.hpp"

namespace okienko::server {
namespace {

using model::Field;
using model::Kind;
using model::Node;

struct Line {
    std::string path;
    std::string text;
};

/// What is typed but cannot be a value of its field stays as it was typed.
std::string text_of(const Node& cells, const Node& card, const Field& field) {
    const auto* value = card.find(field.key);
    auto text = value ? exchange::csv_text(*value) : cells.text(field.key);
    return exchange::trimmed(text);
}

void add_lines(const Node& cells,
               std::span<const Field> fields,
               const std::string& prefix,
               std::vector<Line>& lines) {
    auto card = card_of_cells(cells, fields);
    for (const auto& field : fields) {
        auto path = prefix + std::string{field.key};
        if (field.kind != Kind::Group) {
            auto text = text_of(cells, card, field);
            if (!text.empty()) lines.push_back({path, std::move(text)});
            continue;
        }
        std::size_t number = 0;
        for (const auto& member : cells.groups(field.key)) {
            if (is_blank(member)) continue;
            add_lines(member, field.fields, path + "." + std::to_string(++number) + ".", lines);
        }
    }
}

std::vector<Line> shown_lines(const Node* cells, CardKind kind) {
    std::vector<Line> lines;
    if (!cells) return lines;
    add_lines(*cells, fields_of(kind), {}, lines);
    std::erase_if(lines, [&](const Line& line) {
        return std::ranges::count(unasked_fields(kind), line.path) > 0;
    });
    return lines;
}

/// What stands at each path; a card may have thousands.
class Texts {
  public:
    explicit Texts(const std::vector<Line>& lines) {
        for (const auto& line : lines) at_.emplace(line.path, line.text);
    }
    [[nodiscard]] std::string at(std::string_view path) const {
        auto found = at_.find(path);
        return found == at_.end() ? std::string{} : std::string{found->second};
    }

  private:
    std::unordered_map<std::string_view, std::string_view> at_;
};

}  // namespace

std::vector<Difference> differences(const Dossier& before, const Dossier& after) {
    std::vector<Difference> all;
    for (const auto& card : after.cards()) {
        auto old_lines = shown_lines(before.card(card), card.kind);
        auto new_lines = shown_lines(after.card(card), card.kind);
        Texts old_texts{old_lines};
        Texts new_texts{new_lines};
        for (const auto& line : new_lines) {
            auto old_text = old_texts.at(line.path);
            if (old_text != line.text) all.push_back({card, line.path, old_text, line.text});
        }
        for (const auto& line : old_lines) {
            if (new_texts.at(line.path).empty()) {
                all.push_back({card, line.path, line.text, {}});
            }
        }
    }
    return all;
}

}  // namespace okienko::server
