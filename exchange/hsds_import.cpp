#include "exchange/hsds_import.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "exchange/foreign_card.hpp"
#include "exchange/foreign_groups.hpp"
#include "exchange/hsds_cards.hpp"
#include "exchange/hsds_items.hpp"
#include "exchange/hsds_names.hpp"
#include "exchange/hsds_schedule.hpp"
#include "exchange/hsds_terms.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "exchange/plain_service.hpp"
#include "exchange/record_cards.hpp"
#include "exchange/translated_text.hpp"
#include "exchange/typed_card.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"
#include "model/identifiers.hpp"

namespace okienko::exchange {

using model::Node;

class HsdsReader::Reader : private NestedReader {
  public:
    Reader(std::string file, const KnownCards& known, NestedCards* shared)
        : known_(known), shared_(shared ? *shared : own_), cards_(std::move(file)) {}

    ReadRecord read(std::string_view text, int line) {
        cards_.begin(text, line);
        if (read_plain(text)) return cards_.finish();
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
    // --- Services of our own export -------------------------------------------------------------

    /// False: whatever was read of it is of no use.
    bool read_plain(std::string_view text) {
        areas_of_record_.clear();
        fresh_.clear();
        taken_.clear();
        if (auto read = plain_.read(text, *this); read && add_plain(std::move(*read))) {
            plain_.remember_nested();
            remember_nested();
            return true;
        }
        for (const auto& area : areas_of_record_) known_areas_.erase(area);
        return false;
    }

    bool add_plain(PlainService read) {
        auto slug = read.service.slug;
        cards_.add_own(std::move(read.service));
        add_translations(read.translations, slug);
        return !cards_.has_problems();
    }

    std::optional<std::string> find_nested(std::string_view json) override {
        if (auto met = met_nested_.find(json); met != met_nested_.end()) return met->second;
        auto object = shared_.take(json);
        if (!object) return std::nullopt;
        for (auto& card : object->cards) cards_.add_read(std::move(card));
        taken_.emplace_back(object->json, object->slug);
        return std::move(object->slug);
    }

    std::string read_nested(std::string_view key, std::string_view json, Node& object) override {
        if (!object.find(kProfile)) return {};
        auto first = cards_.all().size();
        auto slug = key == "organization" ? nested_.read_organization(object, Standing::Nested)
                    : key == "program"    ? nested_.read_program(object, Standing::Nested)
                                          : nested_.read_location(object, Standing::Nested);
        fresh_.push_back({json, slug, first, cards_.all().size()});
        return slug;
    }

    void remember_nested() {
        for (auto& [json, slug] : taken_) met_nested_.emplace(json, std::move(slug));
        for (const auto& [json, slug, first, end] : fresh_) {
            auto kept = shared_.add(json, slug, cards_.all().subspan(first, end - first));
            met_nested_.emplace(kept, slug);
        }
    }

    std::string read_nested_area(Node& area) override { return read_area(area); }

    // --- All other records ----------------------------------------------------------------------

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
        if (kind == "taxonomy_term") return nested_.read_term(object);
        if (kind == "service_area") return nested_.read_area(object, Standing::Own);
        if (kind == "program")
            return static_cast<void>(nested_.read_program(object, Standing::Own));
        if (kind == "location")
            return static_cast<void>(nested_.read_location(object, Standing::Own));
        if (kind == "organization") {
            return static_cast<void>(nested_.read_organization(object, Standing::Own));
        }
        if (!is_table(object) || !object.find("status")) {
            return cards_.report(0,
                                 "to nie jest usługa HSDS: brak pola „status”",
                                 "przyjmujemy obiekty service, po jednym w wierszu");
        }
        read_service(object);
    }

    // --- Services -------------------------------------------------------------------------------

    void read_service(Node& object) {
        const auto* extra = object.find(kProfile);
        bool foreign = !extra;
        auto original = foreign ? cards_.whole_text() : original_of(object, foreign);
        auto card = empty_card(object);
        auto source_id = put_id(known_, object, card, "service");
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
        add_translations(translations, slug);
    }

    void add_translations(Node::Array& translations, const std::string& slug) {
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
                return nested_.read_organization(each, Standing::Nested);
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
                *program, [&](Node& each) { return nested_.read_program(each, Standing::Nested); });
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
            auto read = [&](Node& met) { return nested_.read_location(met, Standing::Nested); };
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

    /// The SIMC id; empty when the area is none of ours.
    std::string read_area(Node& area) {
        auto simc = area.text("extent");
        if (area.text("extent_type") != "simc" || !model::is_simc(simc)) return {};
        if (!area.find(kProfile)) return simc;
        auto [whole, first] = known_areas_.insert(whole_area(area));
        if (first) {
            areas_of_record_.push_back(*whole);
            nested_.read_area(area, Standing::Nested);
        }
        return simc;
    }

    void read_areas(Node& object, Node& card) {
        for (auto& area : pull_list(object, "service_areas")) {
            if (!is_table(area)) continue;
            auto column = area.column;
            auto simc = read_area(area);
            if (!simc.empty()) add_text(card, "areas", Node{simc, 1, column});
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

    /// A nested object of this record that was read, and which cards it gave.
    struct Fresh {
        std::string_view json;
        std::string slug;
        std::size_t first;
        std::size_t end;
    };

    const KnownCards& known_;
    NestedCards own_{1};
    NestedCards& shared_;
    RecordCards cards_;
    HsdsCards nested_{known_, cards_};
    PlainServiceReader plain_;
    JsonReader json_;
    KnownObjects objects_;
    std::vector<std::pair<std::string_view, Node>> met_;  ///< In this record, for the first time.
    std::unordered_set<std::string> known_areas_;
    std::unordered_map<std::string_view, std::string> met_nested_;  ///< Their slugs.
    std::vector<std::pair<std::string_view, std::string>> taken_;   ///< In this record, unread.
    std::vector<Fresh> fresh_;
    std::vector<std::string> areas_of_record_;  ///< Those that became known in this one.
    std::vector<std::pair<std::string, Node>> schedules_of_places_;
};

HsdsReader::HsdsReader(std::string file, const KnownCards& known, NestedCards* shared)
    : reader_(std::make_unique<Reader>(std::move(file), known, shared)) {}
HsdsReader::~HsdsReader() = default;

ReadRecord HsdsReader::read(std::string_view text, int line) {
    return reader_->read(text, line);
}

}  // namespace okienko::exchange
