#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "exchange/read_card.hpp"
#include "model/checked.hpp"
#include "model/document.hpp"
#include "model/field.hpp"

namespace okienko::exchange {

/// What a record of JSON gives: its cards, checked, and its problems, with the field that each is
/// about. Belongs to one thread.
class RecordCards {
  public:
    explicit RecordCards(std::string file) : file_(std::move(file)) {}

    /// The text must live until `finish()`.
    void begin(std::string_view text, int line);

    /// The record: either cards or problems, these in the order of their places.
    ReadRecord finish();

    [[nodiscard]] bool has_problems() const { return !record_.problems.empty(); }

    /// Makes dates, numbers and the like of what JSON can say; reports what cannot be made, unless
    /// the card is somebody else's, which is made fit later.
    void give_types_to(model::Node& card, std::span<const model::Field> fields, bool foreign);

    /// Cards that need no check.
    void add_nested(CardValue value);
    void add_own(CardValue value);
    void add_read(ReadCard card) { record_.cards.push_back(std::move(card)); }

    /// Those that were added since `begin()`.
    [[nodiscard]] std::span<const ReadCard> all() const { return record_.cards; }

    template <class T>
    void add(model::Node& card,
             model::Checked<T, model::Problem> (*read)(const model::Document&),
             Standing standing,
             std::string source_id,
             std::string original) {
        if (has_problems() && standing == Standing::Nested) return;
        model::Document document{{}, {}, std::move(card)};
        auto checked = read(document);
        if (!checked.ok()) return report_all(checked.problems());
        record_.cards.push_back(
            {std::move(checked).value(), standing, std::move(source_id), std::move(original)});
    }

    /// A card that is one of a list in its file of cards.
    template <class T>
    void add_listed(model::Node& card,
                    std::span<const model::Field> file_fields,
                    model::Checked<std::vector<T>, model::Problem> (*read)(const model::Document&),
                    Standing standing) {
        const auto& list = file_fields.front();
        give_types_to(card, list.fields, false);
        model::Document document;
        auto column = card.column;
        put(document.root, list.key, model::Node{model::Node::Array{std::move(card)}, 1, column});
        auto checked = read(document);
        if (!checked.ok()) return report_all(checked.problems());
        record_.cards.push_back({std::move(checked).value().front(), standing, {}, {}});
    }

    void report(std::size_t offset, std::string message, std::string remedy);
    void warn(const std::vector<std::string>& losses);

    /// The record as its source wrote it, read once more.
    [[nodiscard]] std::string whole_text();

  private:
    void report_all(const model::Problems& problems);
    void report_at(int column, std::string message, std::string remedy);

    std::string file_;
    JsonReader json_;  ///< For records that are read once more.
    std::string_view text_;
    ReadRecord record_;
    std::vector<int> reported_;  ///< Columns of values that have the wrong type.
};

}  // namespace okienko::exchange
