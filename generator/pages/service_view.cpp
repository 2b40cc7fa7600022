#include "generator/pages/service_view.hpp"

#include <algorithm>

#include "generator/pages/fee_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/schedule_view.hpp"

namespace okienko::generator {
namespace {

using language::Language;

View fact(const Words& words, std::string_view label, const std::string& text) {
    View row{words.language()};
    row.words("fact_label", words[label]);
    row.words("fact_text", text);
    return row;
}

/// What a list says of a service in words.
struct ServiceFacts {
    std::string cost;
    std::string where;
    std::string next;  ///< The day of the next meeting; empty when it is agreed each time.
};

ServiceFacts facts_of(const Site& site, const ServiceOutline& service, const Words& words) {
    auto next = next_meetings(site, service.schedules, 1);
    return {.cost = fee_summary(service.fee_mode, service.fees, site.clock(), words),
            .where = where_summary(site, service, words),
            .next = next.empty() ? std::string{}
                                 : weekday_and_date(next.front().occurrence.date, words)};
}

View when_fact(const ServiceFacts& facts, const Words& words) {
    if (facts.next.empty()) return fact(words, "service.term", words["service.next_agreed"]);
    return fact(words, "service.next", facts.next);
}

std::vector<View> fact_rows(const ServiceFacts& facts, const Words& words) {
    std::vector<View> rows;
    rows.push_back(fact(words, "service.cost", facts.cost));
    rows.push_back(fact(words, "service.where", facts.where));
    rows.push_back(when_fact(facts, words));
    return rows;
}

/// Name and summary, and where they lead.
void set_outline(View& row, const Site& site, const ServiceOutline& service) {
    auto language = row.language();
    auto address = service_address(service.slug);
    const auto* translation =
        language == Language::Polish ? nullptr : site.translation(language, service.slug);
    auto set = [&](ViewName name, std::string_view field, const std::string& polish) {
        const auto* text = translation ? model::current_text(*translation, field, polish) : nullptr;
        row.words(name, text ? *text : polish, text ? language : Language::Polish);
    };
    row.value("row_url", translation ? in_language(language, address) : address);
    row.value("row_hreflang", translation || language == Language::Polish ? "" : "pl");
    set("row_name", "name", service.name);
    set("row_lead", "summary", service.summary);
}

View service_row(const Site& site, const ServiceRef& listed, Language language) {
    const auto& words = site.words_in(language);
    auto service = listed.outline();
    View row{language};
    set_outline(row, site, service);
    row.words("row_status",
              service.status == model::ServiceStatus::Active
                  ? std::string{}
                  : words.label("service_status", service.status));
    row.list("row_facts", fact_rows(facts_of(site, service, words), words));
    return row;
}

}  // namespace

std::vector<std::string> delivery_away(const std::vector<model::DeliveryMode>& modes,
                                       const Words& words) {
    std::vector<std::string> ways;
    for (auto mode : modes) {
        if (mode != model::DeliveryMode::OnSite) {
            ways.push_back(words.label("delivery_mode", mode));
        }
    }
    return ways;
}

std::string where_summary(const Site& site, const ServiceOutline& service, const Words& words) {
    const auto* place = service.places.empty() ? nullptr : site.place(service.places[0]);
    if (!place) return joined(delivery_away(service.delivery_modes, words), words);
    auto text = place->name;
    if (service.places.size() > 1) {
        auto more = static_cast<std::int64_t>(service.places.size() - 1);
        text += " " + words.count("count.more_places", more);
    }
    const auto& modes = service.delivery_modes;
    if (std::find(modes.begin(), modes.end(), model::DeliveryMode::AtHome) != modes.end()) {
        text += words["list.comma"] + words.label("delivery_mode", model::DeliveryMode::AtHome);
    }
    return text;
}

std::vector<SharedRow> service_rows(const Site& site,
                                    const ServiceList& services,
                                    Language language) {
    std::vector<SharedRow> rows;
    rows.reserve(services.size());
    for (const auto& service : services) {
        auto make = [&site, service, language] { return service_row(site, service, language); };
        rows.push_back(language == Language::Polish ? site.row_of(service, make) : SharedRow{make});
    }
    return rows;
}

}  // namespace okienko::generator
