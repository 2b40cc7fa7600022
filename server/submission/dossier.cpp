#include "server/submission/dossier.hpp"

#include <algorithm>
#include <charconv>

#include "exchange/csv_values.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "model/card_fields.hpp"
#include "model/card_writer.hpp"

namespace okienko::server {
namespace {

using model::Field;
using model::Kind;
using model::Node;

constexpr std::string_view kProvider = "provider";
constexpr std::string_view kPlaces = "places";
constexpr std::string_view kServices = "services";

std::string_view name_of_kind(CardKind kind) {
    switch (kind) {
        case CardKind::Provider:
            return "podmiot";
        case CardKind::Place:
            return "miejsce";
        case CardKind::Service:
            break;
    }
    return "usluga";
}

std::string json_of(const Node& node) {
    std::string text;
    exchange::append_json(text, node);
    return text;
}

std::vector<Node> tables_in(Node& root, std::string_view key) {
    auto members = exchange::take_list(root, key);
    std::erase_if(members, [](const Node& each) { return !exchange::is_table(each); });
    return members;
}

}  // namespace

std::span<const Field> fields_of(CardKind kind) {
    switch (kind) {
        case CardKind::Provider:
            return model::provider_fields();
        case CardKind::Place:
            return model::place_fields();
        case CardKind::Service:
            break;
    }
    return model::service_fields();
}

std::string_view word_of(CardKind kind) {
    switch (kind) {
        case CardKind::Provider:
            return "provider";
        case CardKind::Place:
            return "place";
        case CardKind::Service:
            break;
    }
    return "service";
}

std::string name_of(const CardRef& card) {
    std::string name{name_of_kind(card.kind)};
    return card.kind == CardKind::Provider ? name : name + "-" + std::to_string(card.index + 1);
}

std::optional<CardRef> card_from_name(std::string_view name) {
    auto dash = name.find('-');
    if (dash == std::string_view::npos) {
        return name == name_of_kind(CardKind::Provider) ? std::optional{CardRef{}} : std::nullopt;
    }
    auto number = name.substr(dash + 1);
    std::size_t index = 0;
    auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    bool whole = error == std::errc{} && end == number.data() + number.size();
    if (!whole || index == 0 || number.front() == '0') return std::nullopt;
    for (auto kind : {CardKind::Place, CardKind::Service}) {
        if (name.substr(0, dash) == name_of_kind(kind)) return CardRef{kind, index - 1};
    }
    return std::nullopt;
}

const Node* Dossier::card(const CardRef& ref) const {
    if (ref.kind == CardKind::Provider) return &provider;
    const auto& cards = ref.kind == CardKind::Place ? places : services;
    return ref.index < cards.size() ? &cards[ref.index] : nullptr;
}

Node* Dossier::card(const CardRef& ref) {
    return const_cast<Node*>(static_cast<const Dossier*>(this)->card(ref));
}

std::vector<CardRef> Dossier::cards() const {
    std::vector<CardRef> all{{}};
    for (std::size_t i = 0; i < places.size(); ++i) all.push_back({CardKind::Place, i});
    for (std::size_t i = 0; i < services.size(); ++i) all.push_back({CardKind::Service, i});
    return all;
}

std::string to_json(const Dossier& dossier) {
    exchange::ObjectMaker object;
    object.add(kProvider, dossier.provider);
    object.add(kPlaces, Node{Node::Array{dossier.places.begin(), dossier.places.end()}});
    object.add(kServices, Node{Node::Array{dossier.services.begin(), dossier.services.end()}});
    return json_of(object.done());
}

Dossier dossier_from_json(std::string_view json) {
    Dossier dossier;
    exchange::JsonReader reader;
    auto read = reader.read(json);
    auto* root = std::get_if<Node>(&read);
    if (!root || !exchange::is_table(*root)) return dossier;
    auto provider = exchange::take(*root, kProvider);
    if (provider && exchange::is_table(*provider)) dossier.provider = std::move(*provider);
    dossier.places = tables_in(*root, kPlaces);
    dossier.services = tables_in(*root, kServices);
    return dossier;
}

namespace {

/// The published card with the id of the cells, as cells.
template <class Card>
Node published(const Node& cells, const std::vector<Card>& known, CardKind kind) {
    auto found = std::ranges::find(known, cells.text("id"), &Card::id);
    if (found == known.end()) return Node{Node::Table{}};
    return cells_of(model::card_node(*found), fields_of(kind));
}

}  // namespace

Dossier published_dossier(const Dossier& dossier, const model::Catalogue& known) {
    Dossier now;
    now.provider = published(dossier.provider, known.providers, CardKind::Provider);
    for (const auto& each : dossier.places) {
        now.places.push_back(published(each, known.places, CardKind::Place));
    }
    for (const auto& each : dossier.services) {
        now.services.push_back(published(each, known.services, CardKind::Service));
    }
    return now;
}

std::vector<model::Remark> remarks_of(const model::Submission& submission, const CardRef& card) {
    auto prefix = name_of(card) + ".";
    std::vector<model::Remark> remarks;
    for (const auto& each : submission.remarks) {
        if (!each.field.starts_with(prefix)) continue;
        remarks.push_back({each.field.substr(prefix.size()), each.text});
    }
    return remarks;
}

Node cells_of(const Node& card, std::span<const Field> fields) {
    exchange::ObjectMaker cells;
    for (const auto& field : fields) {
        const auto* value = card.find(field.key);
        if (!value) continue;
        if (field.kind != Kind::Group) {
            cells.add(field.key, exchange::csv_text(*value));
            continue;
        }
        Node::Array members;
        for (const auto& each : card.groups(field.key)) {
            members.push_back(cells_of(each, field.fields));
        }
        cells.add_list(field.key, std::move(members));
    }
    return cells.done();
}

std::vector<std::string> lines_of(const std::string& cell) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < cell.size();) {
        auto end = std::min(cell.find('\n', at), cell.size());
        lines.push_back(cell.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string cell_of(const std::vector<std::string>& lines) {
    std::string cell;
    for (const auto& each : lines) cell += (cell.empty() ? "" : "\n") + each;
    return cell;
}

void set_cell(Node& cells, std::string_view key, std::string text) {
    if (text.empty()) {
        exchange::take(cells, key);
    } else {
        exchange::put(cells, key, Node{std::move(text)});
    }
}

namespace {

/// Removes a line from every cell that holds it.
void remove_line(Node& node, const std::string& line) {
    if (auto* text = std::get_if<std::string>(&node.value)) {
        auto lines = lines_of(*text);
        if (std::erase(lines, line) > 0) *text = cell_of(lines);
    } else if (auto* members = std::get_if<Node::Array>(&node.value)) {
        for (auto& each : *members) remove_line(each, line);
    } else if (auto* table = std::get_if<Node::Table>(&node.value)) {
        for (auto& entry : *table) remove_line(entry.value, line);
    }
}

}  // namespace

void remove_card(Dossier& dossier, const CardRef& card) {
    auto& cards = card.kind == CardKind::Place ? dossier.places : dossier.services;
    auto id = cards[card.index].text("id");
    cards.erase(cards.begin() + static_cast<std::ptrdiff_t>(card.index));
    if (card.kind != CardKind::Place || id.empty()) return;
    remove_line(dossier.provider, id);
    for (auto& each : dossier.services) remove_line(each, id);
}

}  // namespace okienko::server
