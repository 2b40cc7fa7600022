#include "exchange/hsds_import.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <unordered_set>

#include "exchange/foreign_card.hpp"
#include "exchange/hsds_names.hpp"
#include "exchange/hsds_schedule.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "exchange/record_text.hpp"
#include "exchange/translated_text.hpp"
#include "exchange/typed_card.hpp"
#include "language/utf8.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"
#include "model/identifiers.hpp"

namespace okienko::exchange {
namespace {

using model::Field;
using model::Node;

void rename_all(Node& object, std::span<const HsdsName> names, Node& card) {
    for (const auto& [key, hsds] : names) {
        if (auto value = pull(object, hsds)) put(card, key, std::move(*value));
    }
}

/// Our own words come last: what they say counts.
void overlay(Node& card, Node extra) {
    if (!is_table(extra)) return;
    for (auto& entry : table_of(extra)) put(card, entry.key, std::move(entry.value));
}

std::size_t size_of(const Node* table) {
    const auto* entries = table ? table->as<Node::Table>() : nullptr;
    return entries ? entries->size() : 0;
}

/// With room for all that the object may fill.
Node empty_card(const Node& object) {
    Node::Table entries;
    entries.reserve(size_of(&object) + size_of(object.find(kProfile)));
    return Node{std::move(entries), object.line, object.column};
}

/// Amounts are numbers in HSDS and exact texts with us.
void put_amount(Node& card, Node amount) {
    if (auto whole = amount.as<std::int64_t>(); whole && *whole >= 0) {
        amount.value = std::to_string(*whole) + ".00";
    } else if (auto decimal = amount.as<double>(); decimal && *decimal >= 0 && *decimal < 1e12) {
        auto grosze = std::llround(*decimal * 100);
        if (std::abs(*decimal * 100 - static_cast<double>(grosze)) < 1e-3) {
            amount.value = model::to_decimal(model::Money{grosze});
        } else {
            amount.value = std::to_string(*decimal);
        }
    } else if (whole || decimal) {
        amount.value = std::string{"liczba ujemna albo za duża"};
    }
    put(card, "amount", std::move(amount));
}

Node item_card(Node& item, std::span<const HsdsName> names) {
    auto card = empty_card(item);
    rename_all(item, names, card);
    if (auto extra = pull(item, kProfile)) overlay(card, std::move(*extra));
    return card;
}

Node fee_card(Node& option) {
    auto amount = pull(option, "amount");
    auto card = item_card(option, kCostOptionNames);
    if (amount && !card.find("amount")) put_amount(card, std::move(*amount));
    return card;
}

Node relief_card(Node& option, Node relief) {
    auto card = empty_card(option);
    if (auto entitled = pull(option, "option")) put(card, "entitled", std::move(*entitled));
    if (auto amount = pull(option, "amount")) put_amount(card, std::move(*amount));
    overlay(card, std::move(relief));
    return card;
}

Node contact_card(Node& contact) {
    auto phones = pull_list(contact, "phones");
    auto card = item_card(contact, kContactNames);
    if (phones.empty()) return card;
    if (auto number = pull(phones.front(), "number")) put(card, "phone", std::move(*number));
    auto extension = pull(phones.front(), "extension");
    if (extension && !card.find("extension")) {
        if (const auto* whole = extension->as<std::int64_t>()) {
            extension->value = std::to_string(*whole);
        }
        put(card, "extension", std::move(*extension));
    }
    return card;
}

Node capacity_card(Node& capacity) {
    auto card = item_card(capacity, kCapacityNames);
    if (auto unit = pull(capacity, "unit"); unit && !card.find("unit")) {
        put(card, "unit", Node{unit->text("name"), unit->line, unit->column});
    }
    if (auto updated = pull(capacity, "updated"); updated && !card.find("updated_on")) {
        put(card, "updated_on", std::move(*updated));
    }
    return card;
}

template <class Convert>
void put_items(
    Node& object, std::string_view array, Node& card, std::string_view key, Convert convert) {
    Node::Array cards;
    for (auto& item : pull_list(object, array)) {
        if (is_table(item)) cards.push_back(convert(item));
    }
    if (!cards.empty()) put(card, key, Node{std::move(cards), object.line, object.column});
}

void add_text(Node& card, std::string_view key, Node value) {
    auto* list = std::get_if<Node::Array>(&[&]() -> Node& {
        auto& entries = table_of(card);
        auto found = std::ranges::find(entries, key, &model::DocumentEntry::key);
        if (found == entries.end()) {
            put(card, key, Node{Node::Array{}, value.line, value.column});
            return table_of(card).back().value;
        }
        return found->value;
    }()
                                                        .value);
    if (!list) return;
    const auto& text = *value.as<std::string>();
    auto same = [&](const Node& each) { return *each.as<std::string>() == text; };
    if (std::none_of(list->begin(), list->end(), same)) list->push_back(std::move(value));
}

}  // namespace

class HsdsReader::Reader {
  public:
    Reader(std::string file, const KnownCards& known) : file_(std::move(file)), known_(known) {}

    ReadRecord read(std::string_view text, int line) {
        record_ = {};
        record_.line = line;
        reported_.clear();
        text_ = text;
        auto read = json_.read(text, &objects_);
        if (auto* fault = std::get_if<JsonFault>(&read)) {
            report(fault->offset, fault->message, "w każdym wierszu ma być jeden cały obiekt JSON");
        } else {
            read_object(std::get<Node>(read));
        }
        if (record_.problems.empty()) {
            for (auto& [json, replacement] : met_) objects_.add(json, std::move(replacement));
        } else {
            record_.cards.clear();
            std::ranges::sort(record_.problems, {}, [](const model::Problem& problem) {
                const auto& at = std::get<model::SourcePosition>(problem.at);
                return std::pair{at.line, at.column};
            });
        }
        met_.clear();
        return std::move(record_);
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
            return report(0,
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
        if (is(0)) return add_listed(card, model::domains_file_fields(), model::read_domains);
        if (is(1)) return add_listed(card, model::audiences_file_fields(), model::read_audiences);
        if (is(2)) return add_listed(card, model::situations_file_fields(), model::read_situations);
        report(0, "„taxonomy_id” nie jest żadnym z naszych słowników", "zob. docs/hsds-profile.md");
    }

    void read_area(Node& object, Standing standing) {
        auto card = empty_card(object);
        if (auto simc = pull(object, "extent")) put(card, "simc", std::move(*simc));
        if (auto name = pull(object, "name")) put(card, "name", std::move(*name));
        add_profile(object, card);
        add_listed(card, model::localities_file_fields(), model::read_localities, standing);
    }

    std::string read_program(Node& object, Standing standing) {
        auto card = empty_card(object);
        rename_all(object, kProgramNames, card);
        add_profile(object, card);
        auto slug = card.text("slug");
        add_listed(card, model::programmes_file_fields(), model::read_programmes, standing);
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
        give_and_report(card, model::place_fields(), foreign);
        if (foreign) complete_foreign(card, complete_place);
        auto slug = card.text("slug");
        add(card, model::read_place, standing, std::move(source_id), std::move(original));
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
        give_and_report(card, model::provider_fields(), foreign);
        if (foreign) complete_foreign(card, complete_provider);
        auto slug = card.text("slug");
        add(card, model::read_provider, standing, std::move(source_id), std::move(original));
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

    /// Phones and the e-mail that stand on the object itself.
    static void add_loose_contacts(Node& object, Node::Array& contacts) {
        auto mail = object.find("email") ? *object.find("email") : Node{std::string{}};
        for (auto& phone : pull_list(object, "phones")) {
            if (!is_table(phone)) continue;
            auto said = pull(phone, "description");
            ObjectMaker contact;
            contact.add("role", said ? *said : Node{std::string{"Telefon"}});
            if (auto number = pull(phone, "number")) contact.add("phone", std::move(*number));
            if (auto extension = pull(phone, "extension")) {
                if (const auto* whole = extension->as<std::int64_t>()) {
                    contact.add("extension", std::to_string(*whole));
                }
            }
            contacts.push_back(contact.done());
        }
        const auto* address = mail.as<std::string>();
        if (address && !address->empty()) {
            contacts.push_back(ObjectMaker{}.add("role", "E-mail").add("email", *address).done());
        }
    }

    // --- Services -------------------------------------------------------------------------------

    void read_service(Node& object) {
        const auto* extra = object.find(kProfile);
        bool foreign = !extra;
        auto original = foreign ? whole_original() : original_of(object, foreign);
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
        give_and_report(card, model::service_fields(), foreign);
        if (foreign) {
            ForeignService service{std::move(card), modified, {}};
            complete_service(service, known_);
            card = std::move(service.card);
            warn(service.losses);
            if (!known_.services.find(card.text("id"))) add_unstated_areas(card);
        }
        auto slug = card.text("slug");
        add(card, model::read_service, Standing::Own, std::move(source_id), std::move(original));
        for (auto& each : translations) {
            put(each, "service", Node{slug, 1, each.column});
            add(each, read_translated_text, Standing::Own, {}, {});
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
            record_.cards.push_back({area, Standing::Nested, {}, {}});
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
            record_.cards.push_back({std::move(unnamed), Standing::Nested, {}, {}});
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
            if (!ours && foreign) map_term(*term, card);
        }
    }

    static const Taxonomy* our_taxonomy(const std::string& id) {
        static const std::array kIds{
            taxonomy_id(kTaxonomies[0]), taxonomy_id(kTaxonomies[1]), taxonomy_id(kTaxonomies[2])};
        auto found = std::ranges::find(kIds, id);
        return found == kIds.end() ? nullptr : &kTaxonomies[found - kIds.begin()];
    }

    void map_term(const Node& term, Node& card) const {
        const auto& detail = term.table("taxonomy_detail");
        for (const auto& rule : known_.settings.taxonomies) {
            bool taxonomy = rule.taxonomy.empty() || rule.taxonomy == term.text("taxonomy_id") ||
                            rule.taxonomy == term.text("taxonomy") ||
                            rule.taxonomy == detail.text("id") ||
                            rule.taxonomy == detail.text("name");
            bool named = rule.term == term.text("code") || rule.term == term.text("name") ||
                         rule.term == term.text("id");
            if (!taxonomy || !named) continue;
            if (!rule.domain.empty()) add_text(card, "domains", Node{rule.domain});
            if (!rule.audience.empty()) add_text(card, "audiences", Node{rule.audience});
            if (!rule.situation.empty()) add_text(card, "situations", Node{rule.situation});
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

    /// Amounts in other currencies and in words stay in the note.
    static void complete_fee(Node& option) {
        auto said = option.text("option");
        if (said.empty()) put(option, "option", Node{std::string{"Opłata"}});
        auto currency = option.text("currency");
        if (!option.find("amount") || (!currency.empty() && currency != "PLN")) {
            auto note = option.text("amount_description");
            if (auto amount = pull(option, "amount")) {
                std::string written;
                append_json(written, *amount);
                note += (note.empty() ? "" : ", ") + written + " " + currency;
            }
            put(option, "amount", Node{std::int64_t{0}});
            put(option,
                "amount_description",
                Node{note.empty() ? "Źródło nie podaje kwoty – zapytaj." : note});
        }
        put(option, kProfile, ObjectMaker{}.add("per", "use").done());
    }

    static void complete_document(Node& document) {
        put(document, "form", Node{std::string{"other"}});
        put(document, "proves", Node{std::string{"Nie podano w źródle – zapytaj."}});
        put(document, "necessity", Node{std::string{"always"}});
    }

    static void complete_capacity(Node& capacity) {
        auto unit = capacity.text("unit");
        if (!model::from_name<model::CapacityUnit>(unit)) {
            put(capacity, "unit", Node{std::string{"places"}});
        }
        if (!capacity.find("description")) {
            put(capacity, "description", Node{unit.empty() ? std::string{"miejsca"} : unit});
        }
    }

    void read_schedules(Node& object, Node& card, bool foreign) {
        Node::Array schedules;
        auto read = [&](Node& each, const std::string& place) {
            auto schedule = schedule_card(std::move(each));
            if (!schedule) return;
            if (!place.empty()) put(*schedule, "place", Node{place});
            if (foreign && !complete_schedule(*schedule)) return;
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

    /// A schedule of ours needs days and hours; one that only speaks goes.
    bool complete_schedule(Node& schedule) {
        auto lose = [&](const char* why) {
            warn({std::string{"harmonogram "} + why + " i został pominięty"});
            return false;
        };
        auto starts = schedule.time("starts");
        auto ends = schedule.time("ends");
        if (!starts || !ends) return lose("nie ma godzin");
        if (*ends <= *starts) return lose("kończy się po północy");
        auto from = hsds_date(schedule.text("valid_from"));
        bool has_days = schedule.find("days") || schedule.find("month_days");
        auto frequency = schedule.text("frequency");
        if (frequency.empty()) frequency = has_days ? "weekly" : "once";
        if (!from && !has_days) return lose("nie ma dni");
        auto start = from.value_or(known_.today);
        settle_days(schedule, frequency, start);
        for (const auto& day : schedule.texts("days")) {
            auto known = model::parse_schedule_day(day);
            if (!known || (frequency == "weekly" && known->ordinal != 0)) {
                return lose("ma dni, których nie umiemy zapisać");
            }
        }
        put(schedule, "frequency", Node{frequency});
        put(schedule, "valid_from", Node{start});
        if (!schedule.find("title")) put(schedule, "title", Node{std::string{"Godziny"}});
        put(schedule, "holidays", Node{std::string{"closed"}});
        put(schedule, "booking", Node{std::string{"recommended"}});
        return true;
    }

    /// The days that the rule wants, and only those; where none are said, the day of the start.
    static void settle_days(Node& schedule, const std::string& frequency, model::Date start) {
        bool has_days = schedule.find("days") || schedule.find("month_days");
        if (frequency == "weekly" && !schedule.find("days")) {
            put(schedule, "days", day_list(start));
        } else if (frequency == "monthly" && !has_days) {
            put(schedule,
                "month_days",
                Node{Node::Array{Node{std::int64_t{static_cast<unsigned>(start.day())}}}});
        }
        if (frequency != "monthly" || schedule.find("days")) pull(schedule, "month_days");
    }

    static Node day_list(model::Date date) {
        model::ScheduleDay day{0, std::chrono::weekday{std::chrono::sys_days{date}}};
        return Node{Node::Array{Node{model::to_string(day)}}};
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

    /// The whole record again, with the objects in it that were met before.
    std::string whole_original() {
        std::string original;
        auto again = plain_.read(text_);
        if (const auto* root = std::get_if<Node>(&again)) append_json(original, *root);
        return original;
    }

    void give_and_report(Node& card, std::span<const Field> fields, bool foreign) {
        std::vector<ValueFault> faults;
        give_types(card, fields, faults);
        if (foreign) return;
        for (auto& fault : faults) {
            reported_.push_back(fault.column);
            report_at(fault.column, std::move(fault.message), std::move(fault.remedy));
        }
    }

    template <class Complete>
    void complete_foreign(Node& card, Complete complete) {
        std::vector<std::string> losses;
        complete(card, known_, losses);
        warn(losses);
    }

    template <class T>
    void add(Node& card,
             model::Checked<T, model::Problem> (*read)(const model::Document&),
             Standing standing,
             std::string source_id,
             std::string original) {
        if (!record_.problems.empty() && standing == Standing::Nested) return;
        model::Document document{{}, {}, std::move(card)};
        auto checked = read(document);
        if (!checked.ok()) return report_all(checked.problems());
        record_.cards.push_back(
            {std::move(checked).value(), standing, std::move(source_id), std::move(original)});
    }

    /// A card that is one of a list in its file of cards.
    template <class T>
    void add_listed(Node& card,
                    std::span<const Field> file_fields,
                    model::Checked<std::vector<T>, model::Problem> (*read)(const model::Document&),
                    Standing standing = Standing::Own) {
        const auto& list = file_fields.front();
        give_and_report(card, list.fields, false);
        model::Document document;
        auto column = card.column;
        put(document.root, list.key, Node{Node::Array{std::move(card)}, 1, column});
        auto checked = read(document);
        if (!checked.ok()) return report_all(checked.problems());
        record_.cards.push_back({std::move(checked).value().front(), standing, {}, {}});
    }

    /// A value that was reported for its type is not reported again for its form.
    void report_all(const model::Problems& problems) {
        for (const auto& problem : problems) {
            auto column = std::get<model::SourcePosition>(problem.at).column;
            if (std::ranges::find(reported_, column) == reported_.end()) {
                report_at(column, problem.message, problem.remedy);
            }
        }
    }

    /// Names the field by its path in the record: the card's own key may differ from it. The record
    /// is read again, since its values have moved into the card.
    void report_at(int column, std::string message, std::string remedy) {
        auto again = plain_.read(text_);
        const auto* root = std::get_if<Node>(&again);
        auto path = root ? path_to(*root, column) : std::string{};
        if (!path.empty()) message = "pole " + path + ": " + message;
        report(static_cast<std::size_t>(std::max(0, column - 1)),
               std::move(message),
               std::move(remedy));
    }

    void report(std::size_t offset, std::string message, std::string remedy) {
        record_.problems.push_back(problem_in_record(
            file_, record_.line, text_, offset, std::move(message), std::move(remedy)));
    }

    void warn(const std::vector<std::string>& losses) {
        for (const auto& loss : losses) {
            record_.warnings.push_back({model::SourcePosition{file_, record_.line, 1}, loss});
        }
    }

    std::string file_;
    const KnownCards& known_;
    JsonReader json_;
    JsonReader plain_;  ///< For records that are read once more.
    KnownObjects objects_;
    std::vector<std::pair<std::string_view, Node>> met_;  ///< In this record, for the first time.
    std::unordered_set<std::string> known_areas_;
    std::string_view text_;
    ReadRecord record_;
    std::vector<int> reported_;  ///< Columns of values that have the wrong type.
    std::vector<std::pair<std::string, Node>> schedules_of_places_;
};

HsdsReader::HsdsReader(std::string file, const KnownCards& known)
    : reader_(std::make_unique<Reader>(std::move(file), known)) {}
HsdsReader::~HsdsReader() = default;

ReadRecord HsdsReader::read(std::string_view text, int line) {
    return reader_->read(text, line);
}

}  // namespace okienko::exchange
