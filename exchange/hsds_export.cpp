#include "exchange/hsds_export.hpp"

#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/hsds_names.hpp"
#include "exchange/hsds_objects.hpp"
#include "exchange/hsds_original.hpp"
#include "exchange/hsds_schedule.hpp"
#include "exchange/hsds_service_groups.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "exchange/translated_text.hpp"
#include "model/card_writer.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

class Exporter {
  public:
    Exporter(const model::Catalogue& catalogue, const Originals& originals, const Sink& sink)
        : catalogue_(catalogue), originals_(originals), sink_(sink) {
        for (const auto& domain : catalogue.domains) terms_["domains"][domain.slug] = term(domain);
        for (const auto& each : catalogue.audiences) terms_["audiences"][each.slug] = term(each);
        for (const auto& each : catalogue.situations) terms_["situations"][each.slug] = term(each);
        for (const auto& each : catalogue.localities) localities_[each.simc] = &each;
        for (const auto& each : catalogue.programmes) programmes_[each.slug] = program_object(each);
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
            write_record(area_object(locality, name_uuid("locality/" + locality.simc)),
                         "service_area");
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

    template <class Term>
    void write_terms(const Taxonomy& taxonomy, const std::vector<Term>& terms) {
        for (const auto& each : terms) {
            auto card = model::card_node(each);
            auto object = term_object(taxonomy, term(each));
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
                        {address_object(place, std::move(postal_code), std::move(city))});
        object.add_list(
            "accessibility",
            group_objects(place.id, "accessibility", accessibility, kAccessibilityNames));
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
        object.add_list("organization_identifiers", identifier_objects(provider));
        object.add_list("contacts", contact_objects(provider.id, contacts));
        if (!provider.place.empty()) {
            object.add_list("locations", {places_.at(provider.place)});
        }
        object.add_unless_empty(kProfile, extra);
        return with_original(provider.id, kOrganizationNames, object.done());
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
        for (const auto& taxonomy : kTaxonomies) {
            take(card, taxonomy.list);
            for (const auto& slug : service.*taxonomy.slugs) {
                const auto& known = terms_.at(taxonomy.list).at(slug);
                attributes.push_back(
                    ObjectMaker{}
                        .add("id", child_id(service.id, taxonomy.list, attributes.size()))
                        .add("link_id", service.id)
                        .add("link_type", std::string{taxonomy.link_type})
                        .add("link_entity", "service")
                        .add("taxonomy_term", term_object(taxonomy, known))
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
                area_object(*localities_.at(simc), child_id(service.id, "areas", areas.size())));
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
