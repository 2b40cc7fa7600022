#include "exchange/csv_import.hpp"

#include <algorithm>
#include <utility>

#include "exchange/csv_head.hpp"
#include "exchange/csv_kinds.hpp"
#include "exchange/csv_text.hpp"
#include "exchange/csv_values.hpp"
#include "exchange/foreign_card.hpp"
#include "exchange/node_table.hpp"
#include "exchange/record_text.hpp"
#include "language/utf8.hpp"
#include "model/suggestion.hpp"

namespace okienko::exchange {
namespace {

using model::Field;
using model::Node;

/// A group's member with this number in a table, made when it is missing. The number stays in
/// `line` until the row is done: members may come in any order.
Node& member(Node& table, const CsvStep& step, int column) {
    auto& entries = table_of(table);
    auto entry = std::ranges::find(entries, step.key, &model::DocumentEntry::key);
    if (entry == entries.end()) {
        put(table, step.key, Node{Node::Array{}, 1, column});
        entry = std::prev(entries.end());
    }
    auto& members = *std::get_if<Node::Array>(&entry->value.value);
    auto number = static_cast<int>(step.number);
    auto found = std::find_if(
        members.begin(), members.end(), [&](const Node& each) { return each.line >= number; });
    if (found == members.end() || found->line != number) {
        found = members.insert(found, Node{Node::Table{}, number, column});
    }
    return *found;
}

class TableReader {
  public:
    TableReader(std::string file, std::string_view text, const KnownCards& known)
        : file_(std::move(file)), text_(text), known_(known) {}

    std::vector<ReadRecord> read() {
        if (is_no_utf8()) return std::move(records_);
        CsvText rows{text_};
        auto head = rows.next();
        if (!head || !read_head(*head)) {
            if (!head) fail(0, "tabela jest pusta", "zacznij od wzoru: okienko export --template");
            return std::move(records_);
        }
        while (auto row = rows.next()) read_row(*row);
        if (rows.unclosed()) {
            fail(*rows.unclosed(),
                 "otwarty cudzysłów nigdzie się nie zamyka",
                 "zamknij go albo zapisz tabelę ponownie w arkuszu");
        }
        // Cards before those that refer to them: the reverse of how people like them.
        std::ranges::stable_sort(records_, {}, [](const ReadRecord& record) {
            return record.cards.empty() ? std::size_t{0} : record.cards.front().value.index();
        });
        return std::move(records_);
    }

  private:
    bool is_no_utf8() {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
        auto bad = language::first_invalid_byte(text_);
        if (!bad) return false;
        fail(*bad,
             "plik nie jest zapisany w UTF-8; pewnie w Windows-1250",
             "w Excelu wybierz: Zapisz jako → CSV UTF-8, w LibreOffice: zestaw znaków UTF-8");
        return true;
    }

    bool read_head(const CsvRow& row) {
        head_ = CsvHead{row};
        for (const auto& [offset, message, remedy] : head_.faults()) fail(offset, message, remedy);
        return head_.faults().empty();
    }

    static std::string cell_text(const CsvRow& row, std::size_t column) {
        return column < row.cells.size() ? trimmed(row.cells[column].text) : std::string{};
    }

    void read_row(const CsvRow& row) {
        row_ = &row;
        record_ = {};
        record_.line = row.line;
        record_.text = text_.substr(row.begin, row.end - row.begin);
        auto name = in_small_letters(cell_text(row, head_.column_at(kCardColumn)));
        auto kind = std::ranges::find(table_kinds(), name, &TableKind::name);
        if (kind == table_kinds().end()) {
            std::vector<std::string_view> names;
            for (const auto& each : table_kinds()) names.push_back(each.name);
            auto remedy = model::did_you_mean(name, names);
            report(0,
                   "kolumna card: nie ma karty „" + name + "”",
                   remedy.empty() ? "wpisz service, provider albo place" : remedy);
        } else {
            read_card(*kind, static_cast<std::size_t>(kind - table_kinds().begin()));
        }
        records_.push_back(std::move(record_));
    }

    void read_card(const TableKind& kind, std::size_t index) {
        Node card{Node::Table{}};
        for (std::size_t i = 0; i < row_->cells.size(); ++i) {
            const auto& cell = row_->cells[i];
            bool blank = cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
            if (!blank) put_cell(card, kind, index, i);
        }
        auto source_id = cell_text(*row_, head_.column_at(kSourceColumn));
        complete(card, kind, source_id);
        if (!record_.problems.empty()) return;
        auto checked = kind.read(model::Document{{}, {}, std::move(card)});
        if (checked.ok()) {
            record_.cards.push_back(
                {std::move(checked).value(), Standing::Own, std::move(source_id), {}});
            return;
        }
        for (const auto& problem : checked.problems()) {
            auto column = std::get<model::SourcePosition>(problem.at).column;
            report(static_cast<std::size_t>(column - 1),
                   named(column) + problem.message,
                   remedy_in_table(problem.remedy, kind));
        }
    }

    /// The readers of cards speak of TOML; a table has columns.
    static std::string remedy_in_table(const std::string& remedy, const TableKind& kind) {
        constexpr std::string_view kGroup = "dopisz [[";
        if (!remedy.starts_with(kGroup)) return remedy;
        auto key = remedy.substr(kGroup.size(), remedy.find(']') - kGroup.size());
        auto field = std::ranges::find(kind.fields, key, &Field::key);
        if (field == kind.fields.end() || field->fields.empty()) return "dopisz je";
        return "dopisz kolumnę " + key + ".1." + std::string{field->fields.front().key} +
               " i następne";
    }

    void put_cell(Node& card, const TableKind& kind, std::size_t index, std::size_t at) {
        const auto& cell = row_->cells[at];
        auto offset = cell.offset - row_->begin;
        if (at >= head_.columns().size() || head_.columns()[at].name.empty()) {
            return report(
                offset, "wartość w kolumnie bez nazwy", "nazwij kolumnę albo usuń wartość");
        }
        const auto& column = head_.columns()[at];
        if (column.path.empty()) return;
        const auto* field = column.field[index];
        if (!field) {
            return report(offset,
                          "kolumna " + column.name + ": karta „" + std::string{kind.name} +
                              "” nie ma takiego pola",
                          "usuń wartość");
        }
        auto value = csv_value(cell.text, *field);
        if (auto* fault = std::get_if<CsvFault>(&value)) {
            return report(offset, "kolumna " + column.name + ": " + fault->message, fault->remedy);
        }
        auto& node = std::get<Node>(value);
        auto here = static_cast<int>(offset) + 1;
        node.column = here;
        if (auto* list = std::get_if<Node::Array>(&node.value)) {
            for (auto& each : *list) each.column = here;
        }
        Node* table = &card;
        for (std::size_t i = 0; i + 1 < column.path.size(); ++i) {
            table = &member(*table, column.path[i], here);
        }
        put(*table, column.path.back().key, std::move(node));
    }

    /// An identity that the row leaves to its source, and an address that it leaves to its name.
    void complete(Node& card, const TableKind& kind, const std::string& source_id) {
        bool has_id = std::ranges::find(kind.fields, "id", &Field::key) != kind.fields.end();
        if (!has_id || kind.name == "programme") return;
        if (!card.find("id")) {
            if (source_id.empty()) {
                return report(0,
                              "wiersz nie ma ani id, ani source_id",
                              "wpisz w source_id numer z własnego spisu; nazwa się nie liczy");
            }
            put(card, "id", Node{known_.uuid_of(kind.name, source_id)});
        }
        if (!card.find("slug")) {
            put(card, "slug", Node{slug_of(card, kind)});
        }
    }

    [[nodiscard]] std::string slug_of(const Node& card, const TableKind& kind) const {
        auto id = card.text("id");
        auto of = [](const auto* known) { return known ? known->slug : std::string{}; };
        auto slug = kind.name == "service"    ? of(known_.services.find(id))
                    : kind.name == "provider" ? of(known_.providers.find(id))
                                              : of(known_.places.find(id));
        return slug.empty() ? foreign_slug(card.text("name"), id) : slug;
    }

    /// "kolumna fees.1.amount: " for a cell at that column of the row's text.
    [[nodiscard]] std::string named(int column) const {
        for (std::size_t i = 0; i < row_->cells.size() && i < head_.columns().size(); ++i) {
            bool here = static_cast<int>(row_->cells[i].offset - row_->begin) + 1 == column;
            // What is said of the whole row stands at its beginning.
            if (here && !head_.columns()[i].path.empty()) {
                return "kolumna " + head_.columns()[i].name + ": ";
            }
        }
        return {};
    }

    void report(std::size_t offset, std::string message, std::string remedy) {
        record_.problems.push_back(problem_in_record(
            file_, record_.line, record_.text, offset, std::move(message), std::move(remedy)));
    }

    /// A problem of the table as a whole.
    void fail(std::size_t offset, std::string message, std::string remedy) {
        ReadRecord record;
        record.problems.push_back(
            problem_in_record(file_, 1, text_, offset, std::move(message), std::move(remedy)));
        auto& shown = record.problems.back().source_line;
        if (!language::is_valid_utf8(shown)) shown.clear();
        records_.push_back(std::move(record));
    }

    std::string file_;
    std::string_view text_;
    const KnownCards& known_;
    CsvHead head_;
    std::vector<ReadRecord> records_;
    const CsvRow* row_ = nullptr;
    ReadRecord record_;
};

}  // namespace

std::vector<ReadRecord> read_csv(const std::string& file,
                                 std::string_view text,
                                 const KnownCards& known) {
    return TableReader{file, text, known}.read();
}

}  // namespace okienko::exchange
