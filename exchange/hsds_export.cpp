#include "exchange/hsds_export.hpp"

#include <array>
#include <unordered_map>

#include "exchange/hsds_names.hpp"
#include "exchange/hsds_original.hpp"
#include "exchange/hsds_schedule.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "exchange/translated_text.hpp"
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

/// Puts every entry of a card where HSDS has a name for it, or into `extra`.
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

/// An amount in words of ours, "12.50", is a number in HSDS.
Node amount_number(const Node& text) {
    return Node{std::stod(*text.as<std::string>())};
}

std::string child_id(const std::string& owner, std::string_view list, std::size_t index) {
    return name_uuid(owner + "/" + std::string{list} + "/" + std::to_string(index));
}

class Exporter {
  public:
    Exporter(const model::Catalogue& catalogue, const Originals& originals, const Sink& sink)
        : catalogue_(catalogue), originals_(originals), sink_(sink) {
        for (const auto& domain : catalogue.domains) terms_["domains"][domain.slug] = term(domain);
        for (const auto& each : catalogue.audiences) terms_["audiences"][each.slug] = term(each);
        for (const auto& each : catalogue.situations) terms_["situations"][each.slug] = term(each);
        for (const auto& each : catalogue.localities) localities_[each.simc] = &each;
        for (const auto& each : catalogue.programmes) programmes_[each.slug] = program(each);
        for (const auto& each : catalogue.places) places_[each.slug] = location(each);
        for (const auto& each : catalogue.providers) providers_[each.slug] = organization(each);
        for (const auto& each : catalogue.service_translations) {
            for (const auto& text : each.texts) {
                auto node = translated_text_node({each.service, each.language, text});
                take(node, "service");  // The object around it says so.
                translations_[each.service].push_back(std::move(node));
            }
        }
    }

    void run() {
        write_terms(kTaxonomies[0], catalogue_.domains);
        write_terms(kTaxonomies[1], catalogue_.audiences);
        write_terms(kTaxonomies[2], catalogue_.situations);
        for (const auto& locality : catalogue_.localities) {
            write_record(area(locality, name_uuid("locality/" + locality.simc)), "service_area");
        }
        for (const auto& each : catalogue_.programmes) {
            write_record(programmes_.at(each.slug), "program");
        }
        for (const auto& each : catalogue_.places) {
            write_record(places_.at(each.slug), "location");
        }
        for (const auto& each : catalogue_.providers) {
            write_record(providers_.at(each.slug), "organization");
        }
        for (const auto& each : catalogue_.services) write(service(each));
    }

  private:
    /// A line of its own says what it is: its shape does not.
    void write_record(Node object, std::string_view record) {
        auto extra = take(object, kProfile).value_or(Node{});
        auto& entries = table_of(extra);
        entries.insert(entries.begin(), {"record", 1, 1, Node{std::string{record}}});
        put(object, kProfile, std::move(extra));
        write(object);
    }

    void write(const Node& object) {
        line_.clear();
        append_json(line_, object);
        line_ += '\n';
        sink_(line_);
    }

    /// A term as services carry it.
    template <class Term>
    static Node term(const Term& term) {
        return ObjectMaker{}
            .add("code", term.slug)
            .add("name", term.name)
            .add("description", term.description)
            .done();
    }

    static Node full_term(const Taxonomy& taxonomy, const Node& term) {
        ObjectMaker object;
        object.add("id", name_uuid(std::string{taxonomy.card} + "/" + term.text("code")));
        for (const auto& entry : *term.as<Node::Table>()) object.add(entry.key, entry.value);
        return object.add("taxonomy", std::string{taxonomy.name})
            .add("taxonomy_id", taxonomy_id(taxonomy))
            .add("language", "pl")
            .done();
    }

    template <class Term>
    void write_terms(const Taxonomy& taxonomy, const std::vector<Term>& terms) {
        for (const auto& each : terms) {
            auto card = model::card_node(each);
            auto object = full_term(taxonomy, term(each));
            put(object,
                "taxonomy_detail",
                ObjectMaker{}
                    .add("id", taxonomy_id(taxonomy))
                    .add("name", std::string{taxonomy.name})
                    .add("description", std::string{taxonomy.description})
                    .done());
            ObjectMaker ignored;
            ObjectMaker extra;
            sort_out(card, kTermNames, ignored, extra);
            put(object, kProfile, extra.done());
            write_record(std::move(object), "taxonomy_term");
        }
    }

    static Node area(const model::Locality& locality, const std::string& id) {
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

    static Node program(const model::Programme& programme) {
        auto card = model::card_node(programme);
        ObjectMaker object;
        ObjectMaker extra;
        sort_out(card, kProgramNames, object, extra);
        return object.add_unless_empty(kProfile, extra).done();
    }

    Node location(const model::Place& place) {
        auto card = model::card_node(place);
        auto postal_code = *take(card, "postal_code");
        auto city = *take(card, "city");
        auto accessibility = take_list(card, "accessibility");
        ObjectMaker object;
        ObjectMaker extra;
        sort_out(card, kLocationNames, object, extra);
        object.add("location_type", "physical");
        object.add_list("addresses",
                        {ObjectMaker{}
                             .add("id", child_id(place.id, "addresses", 0))
                             .add("address_1", model::street_line(place))
                             .add("city", std::move(city))
                             .add("state_province", voivodeship(place.terc))
                             .add("postal_code", std::move(postal_code))
                             .add("country", "PL")
                             .add("address_type", "physical")
                             .done()});
        object.add_list("accessibility",
                        items(place.id, "accessibility", accessibility, kAccessibilityNames));
        object.add_unless_empty(kProfile, extra);
        return with_original(place.id, kLocationNames, object.done());
    }

    Node organization(const model::Provider& provider) {
        auto card = model::card_node(provider);
        auto contacts = take_list(card, "contacts");
        take(card, "nip");
        take(card, "regon");
        take(card, "krs");
        ObjectMaker object;
        ObjectMaker extra;
        sort_out(card, kOrganizationNames, object, extra);
        object.add_list("organization_identifiers", identifiers(provider));
        object.add_list("contacts", contact_items(provider.id, contacts));
        if (!provider.place.empty()) {
            object.add_list("locations", {places_.at(provider.place)});
        }
        object.add_unless_empty(kProfile, extra);
        return with_original(provider.id, kOrganizationNames, object.done());
    }

    static Node::Array identifiers(const model::Provider& provider) {
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

    /// A list of groups whose members differ from ours by names only.
    static Node::Array items(const std::string& owner,
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

    static Node::Array contact_items(const std::string& owner, Node::Array& cards) {
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
        auto objects = items(owner, "contacts", cards, kContactNames);
        for (std::size_t i = 0; i < objects.size(); ++i) {
            if (!phones[i].empty()) put(objects[i], "phones", Node{std::move(phones[i])});
        }
        return objects;
    }

    Node service(const model::Service& service) {
        auto card = model::card_node(service);
        ObjectMaker parts;
        add_organisation(service, card, parts);
        add_terms(service, card, parts);
        add_areas(service, card, parts);
        add_costs(service, card, parts);
        add_groups(service, card, parts);
        add_schedules(service, card, parts);

        ObjectMaker object;
        ObjectMaker extra;
        auto status = *take(card, "status");
        if (service.status == model::ServiceStatus::TemporarilyClosed) {
            status.value = std::string{kHsdsTemporarilyClosed};
        }
        sort_out(card, kServiceNames, object, extra);
        add_translations(service, extra);
        object.add("status", std::move(status));
        auto parts_table = parts.done();
        for (auto& entry : table_of(parts_table)) object.add(entry.key, std::move(entry.value));
        object.add_unless_empty(kProfile, extra);
        return with_original(service.id, kServiceNames, object.done());
    }

    void add_translations(const model::Service& service, ObjectMaker& extra) const {
        auto found = translations_.find(service.slug);
        if (found != translations_.end()) extra.add_list(kTranslations, found->second);
    }

    void add_organisation(const model::Service& service, Node& card, ObjectMaker& object) {
        take(card, "provider");
        object.add("organization", providers_.at(service.provider));
        if (!service.programme.empty()) {
            take(card, "programme");
            object.add("program", programmes_.at(service.programme));
        }
        take(card, "places");
        Node::Array places;
        for (const auto& place : service.places) {
            places.push_back(ObjectMaker{}
                                 .add("id", child_id(service.id, "places", places.size()))
                                 .add("location", places_.at(place))
                                 .done());
        }
        object.add_list("service_at_locations", std::move(places));
    }

    void add_terms(const model::Service& service, Node& card, ObjectMaker& object) {
        Node::Array attributes;
        const std::vector<std::string>* lists[] = {
            &service.domains, &service.audiences, &service.situations};
        for (std::size_t i = 0; i < std::size(kTaxonomies); ++i) {
            const auto& taxonomy = kTaxonomies[i];
            take(card, taxonomy.list);
            for (const auto& slug : *lists[i]) {
                const auto& known = terms_.at(taxonomy.list).at(slug);
                attributes.push_back(
                    ObjectMaker{}
                        .add("id", child_id(service.id, taxonomy.list, attributes.size()))
                        .add("link_id", service.id)
                        .add("link_type", std::string{taxonomy.link_type})
                        .add("link_entity", "service")
                        .add("taxonomy_term", full_term(taxonomy, known))
                        .done());
            }
        }
        object.add_list("attributes", std::move(attributes));
    }

    void add_areas(const model::Service& service, Node& card, ObjectMaker& object) {
        take(card, "areas");
        Node::Array areas;
        for (const auto& simc : service.areas) {
            areas.push_back(
                area(*localities_.at(simc), child_id(service.id, "areas", areas.size())));
        }
        object.add_list("service_areas", std::move(areas));
        take(card, "languages");
        Node::Array languages;
        for (const auto& code : service.languages) {
            languages.push_back(ObjectMaker{}
                                    .add("id", child_id(service.id, "languages", languages.size()))
                                    .add("code", code)
                                    .done());
        }
        object.add_list("languages", std::move(languages));
    }

    /// Fees, then reliefs: one cost option each.
    static void add_costs(const model::Service& service, Node& card, ObjectMaker& object) {
        auto fees = take_list(card, "fees");
        std::vector<Node> amounts;
        for (auto& fee : fees) amounts.push_back(*take(fee, "amount"));
        auto options = items(service.id, "fees", fees, kCostOptionNames);
        for (std::size_t i = 0; i < options.size(); ++i) {
            put(options[i], "currency", Node{std::string{"PLN"}});
            put(options[i], "amount", amount_number(amounts[i]));
        }
        for (auto& relief : take_list(card, "reliefs")) {
            ObjectMaker option;
            option.add("id", child_id(service.id, "reliefs", options.size()))
                .add("option", *take(relief, "entitled"));
            if (auto amount = take(relief, "amount")) {
                option.add("currency", "PLN").add("amount", amount_number(*amount));
            }
            if (auto percent = relief.integer("percent")) {
                option.add("amount_description", "ulga " + std::to_string(*percent) + " %");
            }
            options.push_back(
                option.add(kProfile, ObjectMaker{}.add("relief", std::move(relief)).done()).done());
        }
        object.add_list("cost_options", std::move(options));
    }

    static void add_groups(const model::Service& service, Node& card, ObjectMaker& object) {
        auto documents = take_list(card, "required_documents");
        object.add_list("required_documents",
                        items(service.id, "required_documents", documents, kRequiredDocumentNames));
        auto contacts = take_list(card, "contacts");
        object.add_list("contacts", contact_items(service.id, contacts));
        if (auto funding = take(card, "funding")) {
            object.add_list("funding",
                            {ObjectMaker{}
                                 .add("id", child_id(service.id, "funding", 0))
                                 .add("source", std::move(*funding))
                                 .done()});
        }
        add_capacities(service, card, object);
    }

    /// HSDS wants to know how much is free. Where one capacity does not say so, all of them stay in
    /// our profile: a list has an order.
    static void add_capacities(const model::Service& service, Node& card, ObjectMaker& object) {
        for (const auto& capacity : service.capacities) {
            if (!capacity.available) return;
        }
        auto capacities = take_list(card, "capacities");
        std::vector<Node> units;
        std::vector<Node> dates;
        for (auto& capacity : capacities) {
            units.push_back(*take(capacity, "unit"));
            dates.push_back(*take(capacity, "updated_on"));
        }
        auto objects = items(service.id, "capacities", capacities, kCapacityNames);
        for (std::size_t i = 0; i < objects.size(); ++i) {
            const auto& unit = *units[i].as<std::string>();
            put(objects[i],
                "unit",
                ObjectMaker{}.add("id", name_uuid("unit/" + unit)).add("name", unit).done());
            put(objects[i],
                "updated",
                Node{model::to_iso(*dates[i].as<model::Date>()) + "T00:00:00Z"});
        }
        object.add_list("capacities", std::move(objects));
    }

    void add_schedules(const model::Service& service, Node& card, ObjectMaker& object) {
        auto cards = take_list(card, "schedules");
        Node::Array schedules;
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const auto& schedule = service.schedules[i];
            auto place = places_.find(schedule.place);
            auto entries = hsds_schedule(schedule,
                                         std::move(cards[i]),
                                         child_id(service.id, "schedules", i),
                                         place == places_.end() ? "" : place->second.text("id"));
            std::move(entries.begin(), entries.end(), std::back_inserter(schedules));
        }
        object.add_list("schedules", std::move(schedules));
    }

    Node with_original(const std::string& id, std::span<const HsdsName> names, Node object) {
        auto found = originals_.find(id);
        if (found == originals_.end()) return object;
        auto original = reader_.read(found->second);
        if (auto* node = std::get_if<Node>(&original)) complete_from_original(object, names, *node);
        return object;
    }

    const model::Catalogue& catalogue_;
    const Originals& originals_;
    const Sink& sink_;
    JsonReader reader_;
    std::string line_;
    std::unordered_map<std::string_view, std::unordered_map<std::string, Node>> terms_;
    std::unordered_map<std::string, const model::Locality*> localities_;
    std::unordered_map<std::string, Node> programmes_;
    std::unordered_map<std::string, Node> places_;
    std::unordered_map<std::string, Node> providers_;
    std::unordered_map<std::string, Node::Array> translations_;  ///< By the service's slug.
};

}  // namespace

void export_hsds(const model::Catalogue& catalogue, const Originals& originals, const Sink& sink) {
    Exporter{catalogue, originals, sink}.run();
}

}  // namespace okienko::exchange
