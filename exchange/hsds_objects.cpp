#include "exchange/hsds_objects.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "exchange/name_uuid.hpp"
#include "model/card_writer.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

/// The voivodeships by the first two digits of a TERC.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kVoivodeships{{
    {"02", "dolnośląskie"},
    {"04", "kujawsko-pomorskie"},
    {"06", "lubelskie"},
    {"08", "lubuskie"},
    {"10", "łódzkie"},
    {"12", "małopolskie"},
    {"14", "mazowieckie"},
    {"16", "opolskie"},
    {"18", "podkarpackie"},
    {"20", "podlaskie"},
    {"22", "pomorskie"},
    {"24", "śląskie"},
    {"26", "świętokrzyskie"},
    {"28", "warmińsko-mazurskie"},
    {"30", "wielkopolskie"},
    {"32", "zachodniopomorskie"},
}};

std::string voivodeship(std::string_view terc) {
    for (const auto& [code, name] : kVoivodeships) {
        if (terc.starts_with(code)) return std::string{name};
    }
    return "nie podano";
}

std::string_view hsds_name(std::span<const HsdsName> names, std::string_view key) {
    for (const auto& [card, hsds] : names) {
        if (card == key) return hsds;
    }
    return {};
}

}  // namespace

std::string child_id(const std::string& owner, std::string_view list, std::size_t index) {
    return name_uuid(owner + "/" + std::string{list} + "/" + std::to_string(index));
}

void sort_out(Node& card,
              std::span<const HsdsName> names,
              ObjectMaker& object,
              ObjectMaker& extra) {
    for (auto& entry : table_of(card)) {
        auto name = hsds_name(names, entry.key);
        if (name.empty()) {
            extra.add(entry.key, std::move(entry.value));
        } else {
            object.add(name, std::move(entry.value));
        }
    }
}

Node::Array group_objects(const std::string& owner,
                          std::string_view list,
                          Node::Array& cards,
                          std::span<const HsdsName> names) {
    Node::Array objects;
    for (auto& card : cards) {
        ObjectMaker object;
        ObjectMaker extra;
        object.add("id", child_id(owner, list, objects.size()));
        sort_out(card, names, object, extra);
        objects.push_back(object.add_unless_empty(kProfile, extra).done());
    }
    return objects;
}

Node::Array contact_objects(const std::string& owner, Node::Array& cards) {
    std::vector<Node::Array> phones;
    for (auto& card : cards) {
        auto number = take(card, "phone");
        auto& all = phones.emplace_back();
        if (!number) continue;
        ObjectMaker phone;
        phone.add("id", child_id(owner, "phones", phones.size() - 1)).add("number", *number);
        const auto* extension = card.find("extension");
        auto digits = extension ? *extension->as<std::string>() : std::string{};
        if (!digits.empty() && digits.front() != '0') {
            phone.add("extension", Node{std::int64_t{std::stoll(digits)}});
            take(card, "extension");
        }
        all.push_back(phone.done());
    }
    auto objects = group_objects(owner, "contacts", cards, kContactNames);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (!phones[i].empty()) put(objects[i], "phones", Node{std::move(phones[i])});
    }
    return objects;
}

Node::Array identifier_objects(const model::Provider& provider) {
    Node::Array all;
    const std::pair<std::string, std::string> each[] = {
        {"NIP", provider.nip}, {"REGON", provider.regon}, {"KRS", provider.krs}};
    for (const auto& [type, number] : each) {
        if (number.empty()) continue;
        all.push_back(ObjectMaker{}
                          .add("id", child_id(provider.id, type, 0))
                          .add("identifier_scheme", "PL-" + type)
                          .add("identifier_type", type)
                          .add("identifier", number)
                          .done());
    }
    return all;
}

Node address_object(const model::Place& place, Node postal_code, Node city) {
    return ObjectMaker{}
        .add("id", child_id(place.id, "addresses", 0))
        .add("address_1", model::street_line(place))
        .add("city", std::move(city))
        .add("state_province", voivodeship(place.terc))
        .add("postal_code", std::move(postal_code))
        .add("country", "PL")
        .add("address_type", "physical")
        .done();
}

Node term_object(const Taxonomy& taxonomy, const Node& term) {
    ObjectMaker object;
    object.add("id", name_uuid(std::string{taxonomy.card} + "/" + term.text("code")));
    for (const auto& entry : *term.as<Node::Table>()) object.add(entry.key, entry.value);
    return object.add("taxonomy", std::string{taxonomy.name})
        .add("taxonomy_id", taxonomy_id(taxonomy))
        .add("language", "pl")
        .done();
}

Node area_object(const model::Locality& locality, const std::string& id) {
    return ObjectMaker{}
        .add("id", id)
        .add("name", locality.name)
        .add("extent", locality.simc)
        .add("extent_type", "simc")
        .add(kProfile,
             ObjectMaker{}
                 .add("terc", locality.terc)
                 .add("kind", std::string{model::name(locality.kind)})
                 .done())
        .done();
}

Node program_object(const model::Programme& programme) {
    auto card = model::card_node(programme);
    ObjectMaker object;
    ObjectMaker extra;
    sort_out(card, kProgramNames, object, extra);
    return object.add_unless_empty(kProfile, extra).done();
}

}  // namespace okienko::exchange
