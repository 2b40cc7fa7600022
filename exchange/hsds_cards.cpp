#include "exchange/hsds_cards.hpp"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "exchange/foreign_card.hpp"
#include "exchange/hsds_items.hpp"
#include "exchange/hsds_names.hpp"
#include "exchange/hsds_terms.hpp"
#include "exchange/node_table.hpp"
#include "exchange/typed_card.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"

namespace okienko::exchange {

using model::Node;

namespace {

void read_address(Node& object, Node& card, bool foreign) {
    auto addresses = pull_list(object, "addresses");
    if (addresses.empty()) return;
    auto& address = addresses.front();
    for (const auto* key : {"postal_code", "city"}) {
        if (auto value = pull(address, key)) put(card, key, std::move(*value));
    }
    auto street = pull(address, "address_1");
    if (!foreign || !street || !street->as<std::string>()) return;
    // "ul. Lipowa 5/2": the last word is the building when it begins with a digit.
    auto line = in_one_line(*street->as<std::string>());
    auto space = line.rfind(' ');
    if (space != std::string::npos && space + 1 < line.size() &&
        std::isdigit(static_cast<unsigned char>(line[space + 1]))) {
        put(card, "building", Node{line.substr(space + 1), street->line, street->column});
        line.resize(space);
    }
    street->value = line;
    put(card, "street", std::move(*street));
}

}  // namespace

template <class Complete>
void HsdsCards::complete_foreign(Node& card, Complete complete) {
    std::vector<std::string> losses;
    complete(card, known_, losses);
    for (auto& loss : losses) loss.insert(0, "„" + shortened(card.text("name"), 60) + "”: ");
    cards_.warn(losses);
}

void HsdsCards::read_term(Node& object) {
    auto taxonomy = object.text("taxonomy_id");
    auto card = empty_card(object);
    rename_all(object, kTermNames, card);
    add_profile(object, card);
    const auto* ours = our_taxonomy(taxonomy);
    auto is = [&](std::size_t i) { return ours == &kTaxonomies[i]; };
    if (is(0))
        return cards_.add_listed(
            card, model::domains_file_fields(), model::read_domains, Standing::Own);
    if (is(1))
        return cards_.add_listed(
            card, model::audiences_file_fields(), model::read_audiences, Standing::Own);
    if (is(2))
        return cards_.add_listed(
            card, model::situations_file_fields(), model::read_situations, Standing::Own);
    cards_.report(
        0, "„taxonomy_id” nie jest żadnym z naszych słowników", "zob. docs/hsds-profile.md");
}

void HsdsCards::read_area(Node& object, Standing standing) {
    auto card = empty_card(object);
    if (auto simc = pull(object, "extent")) put(card, "simc", std::move(*simc));
    if (auto name = pull(object, "name")) put(card, "name", std::move(*name));
    add_profile(object, card);
    cards_.add_listed(card, model::localities_file_fields(), model::read_localities, standing);
}

std::string HsdsCards::read_program(Node& object, Standing standing) {
    auto card = empty_card(object);
    rename_all(object, kProgramNames, card);
    add_profile(object, card);
    auto slug = card.text("slug");
    cards_.add_listed(card, model::programmes_file_fields(), model::read_programmes, standing);
    return slug;
}

std::string HsdsCards::read_location(Node& object, Standing standing) {
    bool foreign = !object.find(kProfile);
    auto original = original_of(object, foreign);
    auto card = empty_card(object);
    auto source_id = put_id(known_, object, card, "place");
    rename_all(object, kLocationNames, card);
    read_address(object, card, foreign);
    put_items(object, "accessibility", card, "accessibility", [](Node& each) {
        return item_card(each, kAccessibilityNames);
    });
    add_profile(object, card);
    cards_.give_types_to(card, model::place_fields(), foreign);
    if (foreign) complete_foreign(card, complete_place);
    auto slug = card.text("slug");
    cards_.add(card, model::read_place, standing, std::move(source_id), std::move(original));
    return slug;
}

std::string HsdsCards::read_organization(Node& object, Standing standing) {
    bool foreign = !object.find(kProfile);
    auto original = original_of(object, foreign);
    auto card = empty_card(object);
    auto source_id = put_id(known_, object, card, "provider");
    put_contacts(object, card, foreign);  // An e-mail may be the only one.
    rename_all(object, kOrganizationNames, card);
    for (auto& each : pull_list(object, "organization_identifiers")) {
        auto type = each.text("identifier_type");
        std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        auto number = pull(each, "identifier");
        if (number && (type == "nip" || type == "regon" || type == "krs")) {
            put(card, type, std::move(*number));
        }
    }
    auto seat = pull_list(object, "locations");
    if (!seat.empty() && is_table(seat.front())) {
        put(card, "place", Node{read_location(seat.front(), Standing::Nested)});
    }
    add_profile(object, card);
    cards_.give_types_to(card, model::provider_fields(), foreign);
    if (foreign) complete_foreign(card, complete_provider);
    auto slug = card.text("slug");
    cards_.add(card, model::read_provider, standing, std::move(source_id), std::move(original));
    return slug;
}

}  // namespace okienko::exchange
