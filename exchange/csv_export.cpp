#include "exchange/csv_export.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include "exchange/csv_kinds.hpp"
#include "exchange/csv_text.hpp"
#include "exchange/csv_values.hpp"
#include "exchange/translated_text.hpp"
#include "model/card_writer.hpp"

namespace okienko::exchange {
namespace {

using model::Field;
using model::Kind;
using model::Node;

constexpr char kSeparator = ';';

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
