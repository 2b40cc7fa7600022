#include "exchange/hsds_import.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <unordered_set>
#include <utility>
#include <vector>

#include "exchange/foreign_card.hpp"
#include "exchange/foreign_groups.hpp"
#include "exchange/hsds_items.hpp"
#include "exchange/hsds_names.hpp"
#include "exchange/hsds_schedule.hpp"
#include "exchange/hsds_terms.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "exchange/record_cards.hpp"
#include "exchange/translated_text.hpp"
#include "exchange/typed_card.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"
#include "model/identifiers.hpp"

namespace okienko::exchange {

using model::Node;

class HsdsReader::Reader {
  public:
    Reader(std::string file, const KnownCards& known) : known_(known), cards_(std::move(file)) {}

    ReadRecord read(std::string_view text, int line) {
        cards_.begin(text, line);
        auto read = json_.read(text, &objects_);
        if (auto* fault = std::get_if<JsonFault>(&read)) {
            cards_.report(
                fault->offset, fault->message, "w każdym wierszu ma być jeden cały obiekt JSON");
        } else {
            read_object(std::get<Node>(read));
        }
        if (!cards_.has_problems()) {
            for (auto& [json, replacement] : met_) objects_.add(json, std::move(replacement));
        }
        met_.clear();
        return cards_.finish();
    }

  private:
    /// Answers for an object that was met in an earlier record, and remembers what it becomes: the
    /// same bytes are not read twice.
    template <class Read>
    std::string met_or_read(Node& object, Read read) {
        if (const auto* slug = object.as<std::string>()) return *slug;
        auto json = json_.text_of(object.column);
        auto slug = read(object);
        if (!json.empty()) met_.emplace_back(json, Node{slug});
        return slug;
    }

    void read_object(Node& object) {
        const auto* extra = object.find(kProfile);
        auto kind = extra ? extra->text("record") : std::string{};
        if (kind == "taxonomy_term") return read_term(object);
        if (kind == "service_area") return read_area(object, Standing::Own);
        if (kind == "program") return static_cast<void>(read_program(object, Standing::Own));
        if (kind == "location") return static_cast<void>(read_location(object, Standing::Own));
        if (kind == "organization") {
            return static_cast<void>(read_organization(object, Standing::Own));
        }
        if (!is_table(object) || !object.find("status")) {
            return cards_.report(0,
                                 "to nie jest usługa HSDS: brak pola „status”",
                                 "przyjmujemy obiekty service, po jednym w wierszu");
        }
        read_service(object);
    }

    // --- Dictionaries ---------------------------------------------------------------------------

    void read_term(Node& object) {
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

    void read_area(Node& object, Standing standing) {
        auto card = empty_card(object);
        if (auto simc = pull(object, "extent")) put(card, "simc", std::move(*simc));
        if (auto name = pull(object, "name")) put(card, "name", std::move(*name));
        add_profile(object, card);
        cards_.add_listed(card, model::localities_file_fields(), model::read_localities, standing);
    }

    std::string read_program(Node& object, Standing standing) {
        auto card = empty_card(object);
        rename_all(object, kProgramNames, card);
        add_profile(object, card);
        auto slug = card.text("slug");
        cards_.add_listed(card, model::programmes_file_fields(), model::read_programmes, standing);
        return slug;
    }

    // --- Places and providers -------------------------------------------------------------------

    /// Answers with the slug.
    std::string read_location(Node& object, Standing standing) {
        bool foreign = !object.find(kProfile);
        auto original = original_of(object, foreign);
        auto card = empty_card(object);
        auto source_id = put_id(object, card, "place");
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

    static void read_address(Node& object, Node& card, bool foreign) {
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

    std::string read_organization(Node& object, Standing standing) {
        bool foreign = !object.find(kProfile);
        auto original = original_of(object, foreign);
        auto card = empty_card(object);
        auto source_id = put_id(object, card, "provider");
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

    void put_contacts(Node& object, Node& card, bool foreign) {
        Node::Array contacts;
        for (auto& each : pull_list(object, "contacts")) {
            if (!is_table(each)) continue;
            if (foreign && !each.find("title")) {
                auto department = pull(each, "department");
                put(each, "title", department ? *department : Node{std::string{"Kontakt"}});
            }
            contacts.push_back(contact_card(each));
        }
        if (foreign) add_loose_contacts(object, contacts);
        if (!contacts.empty())
            put(card, "contacts", Node{std::move(contacts), object.line, object.column});
    }

    // --- Services -------------------------------------------------------------------------------

    void read_service(Node& object) {
        const auto* extra = object.find(kProfile);
        bool foreign = !extra;
        auto original = foreign ? cards_.whole_text() : original_of(object, foreign);
        auto card = empty_card(object);
        auto source_id = put_id(object, card, "service");
        auto modified = object.text("last_modified");
        read_organisation(object, card, foreign);
        read_programme(object, card);
        read_places(object, card);
        rename_all(object, kServiceNames, card);
        if (auto status = pull(object, "status")) {
            if (status->as<std::string>() && *status->as<std::string>() == kHsdsTemporarilyClosed) {
                status->value = std::string{model::name(model::ServiceStatus::TemporarilyClosed)};
            }
            put(card, "status", std::move(*status));
        }
        if (foreign) {
            if (auto other = pull(object, "alternate_name")) {
                put(card, "aliases", Node{Node::Array{std::move(*other)}});
            }
            if (auto wait = pull(object, "wait_time")) put(card, "waiting_time", std::move(*wait));
        }
        read_terms(object, card, foreign);
        read_areas(object, card);
        read_groups(object, card, foreign);
        auto translations = translations_of(object);
        add_profile(object, card);
        cards_.give_types_to(card, model::service_fields(), foreign);
        if (foreign) {
            ForeignService service{std::move(card), modified, {}};
            complete_service(service, known_);
            card = std::move(service.card);
            for (auto& loss : service.losses)
                loss.insert(0, "„" + shortened(card.text("name"), 60) + "”: ");
            cards_.warn(service.losses);
            if (!known_.services.find(card.text("id"))) add_unstated_areas(card);
        }
        auto slug = card.text("slug");
        cards_.add(
            card, model::read_service, Standing::Own, std::move(source_id), std::move(original));
        for (auto& each : translations) {
            put(each, "service", Node{slug, 1, each.column});
            cards_.add(each, read_translated_text, Standing::Own, {}, {});
        }
    }

    /// A service that says none keeps those that it has.
    static Node::Array translations_of(Node& object) {
        auto extra = std::ranges::find(table_of(object), kProfile, &model::DocumentEntry::key);
        if (extra == table_of(object).end()) return {};
        auto translations = pull_list(extra->value, kTranslations);
        std::erase_if(translations, [](const Node& each) { return !is_table(each); });
        return translations;
    }

    void add_unstated_areas(const Node& card) {
        if (!known_.catalogue.localities.empty()) return;
        auto area = unstated_area(known_).front();
        if (card.texts("areas") == std::vector{area.simc}) {
            cards_.add_nested(area);
        }
    }

    void read_organisation(Node& object, Node& card, bool foreign) {
        auto organization = pull(object, "organization");
        if (organization && (is_table(*organization) || organization->as<std::string>())) {
            auto column = organization->column;
            auto slug = met_or_read(*organization, [&](Node& each) {
                return read_organization(each, Standing::Nested);
            });
            put(card, "provider", Node{slug, 1, column});
        } else if (auto id = pull(object, "organization_id"); id && id->as<std::string>()) {
            const auto* known =
                known_.providers.find(known_.uuid_of("provider", *id->as<std::string>()));
            if (known) put(card, "provider", Node{known->slug, 1, id->column});
        }
        if (foreign && !card.find("provider") && !known_.services.find(card.text("id"))) {
            auto unnamed = unnamed_provider(known_);
            put(card, "provider", Node{unnamed.slug});
            cards_.add_nested(std::move(unnamed));
        }
    }

    /// A programme of somebody else's has no resolution of ours; the original keeps it.
    void read_programme(Node& object, Node& card) {
        auto program = pull(object, "program");
        if (program && (program->find(kProfile) || program->as<std::string>())) {
            auto column = program->column;
            auto slug = met_or_read(
                *program, [&](Node& each) { return read_program(each, Standing::Nested); });
            put(card, "programme", Node{slug, 1, column});
        }
    }

    void read_places(Node& object, Node& card) {
        Node::Array places;
        for (auto& each : pull_list(object, "service_at_locations")) {
            auto place = pull(each, "location");
            if (!place || !(is_table(*place) || place->as<std::string>())) continue;
            auto column = place->column;
            auto schedules = pull_list(each, "schedules");
            auto more = pull_list(*place, "schedules");
            auto read = [&](Node& met) { return read_location(met, Standing::Nested); };
            // Its schedules belong to this service, so it is not the same the next time.
            auto slug = more.empty() ? met_or_read(*place, read) : read(*place);
            std::move(more.begin(), more.end(), std::back_inserter(schedules));
            places.emplace_back(slug, 1, column);
            for (auto& schedule : schedules) {
                if (is_table(schedule))
                    schedules_of_places_.emplace_back(slug, std::move(schedule));
            }
        }
        if (!places.empty()) put(card, "places", Node{std::move(places), 1, object.column});
    }

    void read_terms(Node& object, Node& card, bool foreign) {
        for (auto& attribute : pull_list(object, "attributes")) {
            auto term = pull(attribute, "taxonomy_term");
            if (!term || !is_table(*term)) continue;
            const auto* ours = our_taxonomy(term->text("taxonomy_id"));
            if (ours) {
                auto code = term->text("code");
                auto json = json_.text_of(term->column);
                if (!json.empty()) {
                    auto same = ObjectMaker{}.add("taxonomy_id", taxonomy_id(*ours));
                    met_.emplace_back(json, same.add("code", code).done());
                }
                add_text(card, ours->list, Node{code, 1, term->column});
            }
            if (!ours && foreign) map_term(*term, known_.settings.taxonomies, card);
        }
    }

    /// All that an area says but its id, which is another one in each service.
    static std::string whole_area(const Node& area) {
        std::string whole;
        for (const auto* key : {"extent", "name"}) whole += area.text(key) + "\n";
        append_json(whole, area.table(kProfile));
        return whole;
    }

    void read_areas(Node& object, Node& card) {
        for (auto& area : pull_list(object, "service_areas")) {
            if (!is_table(area)) continue;
            auto simc = area.text("extent");
            if (area.text("extent_type") != "simc" || !model::is_simc(simc)) continue;
            add_text(card, "areas", Node{simc, 1, area.column});
            if (area.find(kProfile) && known_areas_.insert(whole_area(area)).second) {
                read_area(area, Standing::Nested);
            }
        }
        for (auto& language : pull_list(object, "languages")) {
            auto code = language.text("code");
            if (code.size() > 2 && code[2] == '-') code.resize(2);
            if (!code.empty()) add_text(card, "languages", Node{code, 1, language.column});
        }
    }

    void read_groups(Node& object, Node& card, bool foreign) {
        Node::Array fees;
        Node::Array reliefs;
        for (auto& option : pull_list(object, "cost_options")) {
            if (!is_table(option)) continue;
            auto extra = option.find(kProfile) ? *option.find(kProfile) : Node{};
            if (auto relief = pull(extra, "relief")) {
                reliefs.push_back(relief_card(option, std::move(*relief)));
            } else {
                if (foreign) complete_fee(option);
                fees.push_back(fee_card(option));
            }
        }
        if (!fees.empty()) put(card, "fees", Node{std::move(fees), 1, object.column});
        if (!reliefs.empty()) put(card, "reliefs", Node{std::move(reliefs), 1, object.column});
        put_items(object, "required_documents", card, "required_documents", [&](Node& each) {
            auto document = item_card(each, kRequiredDocumentNames);
            if (foreign) complete_document(document);
            return document;
        });
        put_items(object, "capacities", card, "capacities", [&](Node& each) {
            auto capacity = capacity_card(each);
            if (foreign) complete_capacity(capacity);
            return capacity;
        });
        put_contacts(object, card, foreign);
        auto funding = pull_list(object, "funding");
        if (!funding.empty()) {
            if (auto source = pull(funding.front(), "source")) {
                put(card, "funding", std::move(*source));
            }
        }
        read_schedules(object, card, foreign);
    }

    void read_schedules(Node& object, Node& card, bool foreign) {
        Node::Array schedules;
        auto read = [&](Node& each, const std::string& place) {
            auto schedule = schedule_card(std::move(each));
            if (!schedule) return;
            if (!place.empty()) put(*schedule, "place", Node{place});
            if (auto why = foreign ? complete_schedule(*schedule, known_.today) : std::nullopt) {
                cards_.warn({"harmonogram " + *why + " i został pominięty"});
                return;
            }
            schedules.push_back(std::move(*schedule));
        };
        for (auto& each : pull_list(object, "schedules")) {
            if (is_table(each)) read(each, {});
        }
        for (auto& [place, each] : schedules_of_places_) read(each, place);
        schedules_of_places_.clear();
        if (!schedules.empty())
            put(card, "schedules", Node{std::move(schedules), 1, object.column});
    }

    // --- What all of them share -----------------------------------------------------------------

    /// Puts the UUID on the card and answers with the source's own id when that is none.
    std::string put_id(Node& object, Node& card, std::string_view kind) const {
        auto id = pull(object, "id");
        if (!id) return {};
        if (const auto* number = id->as<std::int64_t>()) id->value = std::to_string(*number);
        const auto* text = id->as<std::string>();
        if (!text || text->empty()) return {};
        auto uuid = known_.uuid_of(kind, *text);
        std::string source_id;
        if (uuid.size() != text->size() ||
            !std::equal(uuid.begin(), uuid.end(), text->begin(), [](char a, char b) {
                return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
            })) {
            source_id = *text;
        }
        put(card, "id", Node{uuid, id->line, id->column});
        return source_id;
    }

    static void add_profile(Node& object, Node& card) {
        auto extra = pull(object, kProfile);
        if (!extra || !is_table(*extra)) return;
        pull(*extra, "record");
        pull(*extra, kOriginal);
        overlay(card, std::move(*extra));
    }

    /// Of an object that stands alone in the record: nothing in it was met before.
    [[nodiscard]] static std::string original_of(const Node& object, bool foreign) {
        const auto* extra = object.find(kProfile);
        const auto* kept = foreign ? &object : extra ? extra->find(kOriginal) : nullptr;
        std::string original;
        if (kept) append_json(original, *kept);
        return original;
    }

    template <class Complete>
    void complete_foreign(Node& card, Complete complete) {
        std::vector<std::string> losses;
        complete(card, known_, losses);
        for (auto& loss : losses) loss.insert(0, "„" + shortened(card.text("name"), 60) + "”: ");
        cards_.warn(losses);
    }

    const KnownCards& known_;
    RecordCards cards_;
    JsonReader json_;
    KnownObjects objects_;
    std::vector<std::pair<std::string_view, Node>> met_;  ///< In this record, for the first time.
    std::unordered_set<std::string> known_areas_;
    std::vector<std::pair<std::string, Node>> schedules_of_places_;
};

HsdsReader::HsdsReader(std::string file, const KnownCards& known)
    : reader_(std::make_unique<Reader>(std::move(file), known)) {}
HsdsReader::~HsdsReader() = default;

ReadRecord HsdsReader::read(std::string_view text, int line) {
    return reader_->read(text, line);
}

}  // namespace okienko::exchange
