#include "exchange/csv_cards.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <functional>
#include <map>

#include "exchange/csv_text.hpp"
#include "exchange/csv_values.hpp"
#include "exchange/foreign_card.hpp"
#include "exchange/node_table.hpp"
#include "exchange/record_text.hpp"
#include "exchange/translated_text.hpp"
#include "language/utf8.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"
#include "model/card_writer.hpp"
#include "model/suggestion.hpp"

namespace okienko::exchange {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Node;

constexpr std::string_view kCardColumn = "card";
constexpr std::string_view kSourceColumn = "source_id";
constexpr char kSeparator = ';';

/// A kind of card in a table: its name in the column `card`, its fields, and how a card is read.
struct TableKind {
    std::string_view name;
    std::span<const Field> fields;
    model::Checked<CardValue, model::Problem> (*read)(model::Document document);
};

template <class T, model::Checked<T, model::Problem> (*Read)(const model::Document&)>
model::Checked<CardValue, model::Problem> read_one(model::Document document) {
    auto checked = Read(document);
    if (!checked.ok()) return checked.problems();
    return CardValue{std::move(checked).value()};
}

/// Dictionaries are read as lists: the only member is the card.
template <class T,
          std::span<const Field> (*FileFields)(),
          model::Checked<std::vector<T>, model::Problem> (*Read)(const model::Document&)>
model::Checked<CardValue, model::Problem> read_listed(model::Document document) {
    auto card = std::move(document.root);
    auto column = card.column;
    document.root = Node{Node::Table{}};
    put(document.root, FileFields().front().key, Node{Node::Array{std::move(card)}, 1, column});
    auto checked = Read(document);
    if (!checked.ok()) return checked.problems();
    return CardValue{std::move(checked).value().front()};
}

/// In the order in which they stand in a table, what people write first.
std::span<const TableKind> table_kinds() {
    static const std::array<TableKind, kCardKinds> kKinds{{
        {"service", model::service_fields(), read_one<model::Service, model::read_service>},
        {"provider", model::provider_fields(), read_one<model::Provider, model::read_provider>},
        {"place", model::place_fields(), read_one<model::Place, model::read_place>},
        {"programme",
         model::programmes_file_fields().front().fields,
         read_listed<model::Programme, model::programmes_file_fields, model::read_programmes>},
        {"domain",
         model::domains_file_fields().front().fields,
         read_listed<model::Domain, model::domains_file_fields, model::read_domains>},
        {"audience",
         model::audiences_file_fields().front().fields,
         read_listed<model::Audience, model::audiences_file_fields, model::read_audiences>},
        {"situation",
         model::situations_file_fields().front().fields,
         read_listed<model::Situation, model::situations_file_fields, model::read_situations>},
        {"locality",
         model::localities_file_fields().front().fields,
         read_listed<model::Locality, model::localities_file_fields, model::read_localities>},
        {"translation",
         translated_text_fields(),
         read_one<model::ServiceText, read_translated_text>},
    }};
    return kKinds;
}

/// One step of a column's name: "fees" 1 of "fees.1.amount"; 0 is no number.
struct Step {
    std::string key;
    std::size_t number = 0;
};

struct Column {
    std::string name;
    std::vector<Step> path;
    std::size_t offset = 0;
    std::array<const Field*, kCardKinds>
        field{};  ///< By kind; none where the kind has no such field.
};

std::vector<std::string_view> parts_of(std::string_view name) {
    std::vector<std::string_view> parts;
    while (true) {
        auto dot = name.find('.');
        parts.push_back(name.substr(0, dot));
        if (dot == std::string_view::npos) return parts;
        name.remove_prefix(dot + 1);
    }
}

std::optional<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool good =
        error == std::errc{} && end == text.data() + text.size() && number > 0 && number <= 1000;
    return good ? std::optional{number} : std::nullopt;
}

std::optional<std::vector<Step>> path_of(std::string_view name) {
    std::vector<Step> path;
    for (auto part : parts_of(name)) {
        auto number = number_of(part);
        if (part.empty() || (number && path.empty())) return std::nullopt;
        if (number) {
            path.back().number = *number;
        } else {
            path.push_back({std::string{part}, 0});
        }
    }
    return path;
}

const Field* resolve(std::span<const Field> fields, const std::vector<Step>& path) {
    const Field* found = nullptr;
    for (const auto& step : path) {
        auto field = std::ranges::find(fields, step.key, &Field::key);
        if (field == fields.end()) return nullptr;
        found = &*field;
        bool group = field->kind == Kind::Group;
        if (group != (step.number > 0)) return nullptr;
        fields = field->fields;
    }
    return found && found->kind != Kind::Group ? found : nullptr;
}

/// A group's member with this number in a table, made when it is missing. The number stays in
/// `line` until the row is done: members may come in any order.
Node& member(Node& table, const Step& step, int column) {
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
        if (refuse_other_files()) return std::move(records_);
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
    bool refuse_other_files() {
        if (text_.starts_with("PK\x03\x04")) {
            fail(0,
                 "to jest plik arkusza (xlsx albo ods), a nie CSV",
                 "w arkuszu wybierz: Zapisz jako → CSV UTF-8");
            return true;
        }
        if (text_.starts_with("\xFF\xFE") || text_.starts_with("\xFE\xFF")) {
            fail(0, "plik jest zapisany jako UTF-16", "w arkuszu wybierz: Zapisz jako → CSV UTF-8");
            return true;
        }
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
        auto bad = language::first_invalid_byte(text_);
        if (!bad) return false;
        fail(*bad,
             "plik nie jest zapisany w UTF-8; pewnie w Windows-1250",
             "w Excelu wybierz: Zapisz jako → CSV UTF-8, w LibreOffice: zestaw znaków UTF-8");
        return true;
    }

    bool read_head(const CsvRow& head) {
        for (const auto& cell : head.cells) {
            auto& column = columns_.emplace_back();
            column.name = trimmed(cell.text);
            column.offset = cell.offset;
            if (column.name.empty() || column.name == kCardColumn || column.name == kSourceColumn) {
                continue;
            }
            auto path = path_of(column.name);
            if (path) {
                column.path = *path;
                for (std::size_t i = 0; i < table_kinds().size(); ++i) {
                    column.field[i] = resolve(table_kinds()[i].fields, *path);
                }
            }
            auto known = [](const Field* field) { return field != nullptr; };
            if (std::none_of(column.field.begin(), column.field.end(), known)) {
                fail(
                    cell.offset, "nieznana kolumna „" + column.name + "”", suggestion(column.name));
            }
        }
        require_distinct_columns();
        if (column_at(kCardColumn) == columns_.size()) {
            fail(0, "brak kolumny „card”", "wpisz w niej: service, provider albo place");
        }
        return records_.empty();
    }

    void require_distinct_columns() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (!columns_[i].name.empty() && column_at(columns_[i].name) < i) {
                fail(columns_[i].offset,
                     "kolumna „" + columns_[i].name + "” powtarza się",
                     "usuń jedną z nich");
            }
        }
    }

    static std::string suggestion(std::string_view name) {
        std::vector<std::string_view> candidates;
        for (const auto& kind : table_kinds()) {
            for (const auto& field : kind.fields) candidates.push_back(field.key);
        }
        auto near = model::did_you_mean(name, candidates);
        return near.empty() ? "zob. docs/reference/tabela-csv.md" : near;
    }

    [[nodiscard]] std::size_t column_at(std::string_view name) const {
        auto found = std::ranges::find(columns_, name, &Column::name);
        return static_cast<std::size_t>(found - columns_.begin());
    }

    static std::string cell_text(const CsvRow& row, std::size_t column) {
        return column < row.cells.size() ? trimmed(row.cells[column].text) : std::string{};
    }

    void read_row(const CsvRow& row) {
        row_ = &row;
        record_ = {};
        record_.line = row.line;
        record_.text = text_.substr(row.begin, row.end - row.begin);
        auto name = cell_text(row, column_at(kCardColumn));
        auto kind = std::ranges::find(table_kinds(), name, &TableKind::name);
        if (kind == table_kinds().end()) {
            std::vector<std::string_view> names;
            for (const auto& each : table_kinds()) names.push_back(each.name);
            report(0,
                   "kolumna card: nie ma karty „" + name + "”",
                   name.empty() ? "wpisz service, provider albo place"
                                : model::did_you_mean(name, names));
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
        auto source_id = cell_text(*row_, column_at(kSourceColumn));
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
                   problem.remedy);
        }
    }

    void put_cell(Node& card, const TableKind& kind, std::size_t index, std::size_t at) {
        const auto& cell = row_->cells[at];
        auto offset = cell.offset - row_->begin;
        if (at >= columns_.size() || columns_[at].name.empty()) {
            return report(
                offset, "wartość w kolumnie bez nazwy", "nazwij kolumnę albo usuń wartość");
        }
        const auto& column = columns_[at];
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
        for (std::size_t i = 0; i < row_->cells.size() && i < columns_.size(); ++i) {
            if (static_cast<int>(row_->cells[i].offset - row_->begin) + 1 == column) {
                return "kolumna " + columns_[i].name + ": ";
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
    std::vector<Column> columns_;
    std::vector<ReadRecord> records_;
    const CsvRow* row_ = nullptr;
    ReadRecord record_;
};

// --- Writing ------------------------------------------------------------------------------------

/// How many members a group needs at most, by the group's path without numbers.
using GroupSizes = std::map<std::string, std::size_t>;

void measure(const Node& card,
             std::span<const Field> fields,
             const std::string& prefix,
             GroupSizes& sizes) {
    for (const auto& field : fields) {
        if (field.kind != Kind::Group) continue;
        const auto& members = card.groups(field.key);
        auto path = prefix + std::string{field.key};
        auto& size = sizes[path];
        size = std::max(size, members.size());
        for (const auto& each : members) measure(each, field.fields, path + ".", sizes);
    }
}

/// Walks over every column that fields of a kind have; `visit(name, field, value)` gets the value
/// of `card` there, or nothing.
void walk(const Node* card,
          std::span<const Field> fields,
          const std::string& path,
          const std::string& name,
          const GroupSizes& sizes,
          const std::function<void(const std::string&, const Field&, const Node*)>& visit) {
    for (const auto& field : fields) {
        std::string key{field.key};
        if (field.kind != Kind::Group) {
            visit(name + key, field, card ? card->find(field.key) : nullptr);
            continue;
        }
        auto found = sizes.find(path + key);
        auto size = found == sizes.end() ? 0 : found->second;
        const auto* members = card ? &card->groups(field.key) : nullptr;
        for (std::size_t i = 0; i < size; ++i) {
            const auto* one = members && i < members->size() ? &(*members)[i] : nullptr;
            walk(one,
                 field.fields,
                 path + key + ".",
                 name + key + "." + std::to_string(i + 1) + ".",
                 sizes,
                 visit);
        }
    }
}

class TableWriter {
  public:
    explicit TableWriter(GroupSizes sizes) : sizes_(std::move(sizes)) {
        add_column(std::string{kCardColumn});
        add_column(std::string{kSourceColumn});
        for (const auto& kind : table_kinds()) {
            walk(nullptr,
                 kind.fields,
                 {},
                 {},
                 sizes_,
                 [this](const std::string& name, const Field&, const Node*) { add_column(name); });
        }
    }

    [[nodiscard]] std::string head() const {
        std::string out = "\xEF\xBB\xBF";
        append_csv_row(out, names_, kSeparator);
        return out;
    }

    std::string row(const Node& card, std::size_t kind, const std::string& source_id) {
        std::vector<std::string> cells(names_.size());
        cells[0] = table_kinds()[kind].name;
        cells[1] = source_id;
        walk(&card,
             table_kinds()[kind].fields,
             {},
             {},
             sizes_,
             [&](const std::string& name, const Field&, const Node* value) {
                 if (value) cells[places_.at(name)] = csv_text(*value);
             });
        std::string out;
        append_csv_row(out, cells, kSeparator);
        return out;
    }

  private:
    void add_column(const std::string& name) {
        if (places_.emplace(name, names_.size()).second) names_.push_back(name);
    }

    GroupSizes sizes_;
    std::vector<std::string> names_;
    std::map<std::string, std::size_t> places_;
};

/// Visits every card of the catalogue in the order of a table's rows.
template <class Visit>
void each_card(const model::Catalogue& catalogue, Visit visit) {
    for (const auto& card : catalogue.services) visit(card, 0);
    for (const auto& card : catalogue.providers) visit(card, 1);
    for (const auto& card : catalogue.places) visit(card, 2);
    for (const auto& card : catalogue.programmes) visit(card, 3);
    for (const auto& card : catalogue.domains) visit(card, 4);
    for (const auto& card : catalogue.audiences) visit(card, 5);
    for (const auto& card : catalogue.situations) visit(card, 6);
    for (const auto& card : catalogue.localities) visit(card, 7);
}

}  // namespace

std::vector<ReadRecord> read_csv(const std::string& file,
                                 std::string_view text,
                                 const KnownCards& known) {
    return TableReader{file, text, known}.read();
}

void export_csv(const model::Catalogue& catalogue,
                const std::vector<db::SourceRecord>& sources,
                const Sink& sink) {
    std::map<std::string, std::string, std::less<>> source_ids;
    for (const auto& each : sources) source_ids[each.kind + "/" + each.uuid] = each.source_id;
    GroupSizes sizes;
    each_card(catalogue, [&](const auto& card, std::size_t kind) {
        measure(model::card_node(card), table_kinds()[kind].fields, {}, sizes);
    });
    TableWriter writer{std::move(sizes)};
    sink(writer.head());
    each_card(catalogue, [&](const auto& card, std::size_t kind) {
        auto node = model::card_node(card);
        auto source =
            source_ids.find(std::string{table_kinds()[kind].name} + "/" + node.text("id"));
        sink(writer.row(node, kind, source == source_ids.end() ? "" : source->second));
    });
    for (const auto& translation : catalogue.service_translations) {
        for (const auto& text : translation.texts) {
            auto node = translated_text_node({translation.service, translation.language, text});
            sink(writer.row(node, kCardKinds - 1, {}));
        }
    }
}

std::string csv_template() {
    GroupSizes sizes;
    for (const auto* path : {"conditions",
                             "steps",
                             "required_documents",
                             "fees",
                             "personal_data",
                             "contacts",
                             "schedules",
                             "criteria",
                             "accessibility"}) {
        sizes[path] = 2;
    }
    for (const auto* path : {"reliefs", "capacities", "schedules.exceptions"}) sizes[path] = 1;
    return TableWriter{std::move(sizes)}.head();
}

}  // namespace okienko::exchange
