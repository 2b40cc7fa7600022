#include "exchange/csv_kinds.hpp"

#include <array>
#include <utility>
#include <vector>

#include "exchange/node_table.hpp"
#include "exchange/translated_text.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"

namespace okienko::exchange {
namespace {

using model::Field;
using model::Node;

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

}  // namespace

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

}  // namespace okienko::exchange
