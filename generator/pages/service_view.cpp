#include "generator/pages/service_view.hpp"

#include <algorithm>

#include "generator/pages/fee_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/schedule_view.hpp"

namespace okienko::generator {
namespace {

using language::Language;

View fact(const std::string& label, const std::string& text) {
    View row{Language::Polish};
    row.words("fact_label", label);
    row.words("fact_text", text);
    return row;
}

ServiceFacts facts_of(const Site& site, const ServiceOutline& service) {
    const auto& words = site.words_in(Language::Polish);
    auto next = next_meetings(site, service.schedules, 1);
    return {.cost = fee_summary(service.fee_mode, service.fees, site.clock(), words),
            .where = where_summary(site, service),
            .next = next.empty() ? std::string{}
                                 : weekday_and_date(next.front().occurrence.date, words)};
}

View when_fact(const ServiceFacts& facts, const Words& words) {
    if (facts.next.empty()) return fact(words["service.term"], words["service.next_agreed"]);
    return fact(words["service.next"], facts.next);
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

std::string where_summary(const Site& site, const ServiceOutline& service) {
    const auto& words = site.words_in(Language::Polish);
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

View service_row(const Site& site, const ServiceRef& listed) {
    const auto& words = site.words_in(Language::Polish);
    auto service = listed.outline();
    View row{Language::Polish};
    row.value("row_url", service_address(service.slug));
    row.words("row_name", service.name);
    row.words("row_lead", service.summary);
    row.words("row_status",
              service.status == model::ServiceStatus::Active
                  ? std::string{}
                  : words.label("service_status", service.status));
    std::vector<View> facts;
    const auto& known = site.facts_of(listed, [&] { return facts_of(site, service); });
    facts.push_back(fact(words["service.cost"], known.cost));
    facts.push_back(fact(words["service.where"], known.where));
    facts.push_back(when_fact(known, words));
    row.list("row_facts", std::move(facts));
    return row;
}

std::vector<View> service_rows(const Site& site, const ServiceList& services) {
    std::vector<View> rows;
    rows.reserve(services.size());
    for (const auto& service : services) rows.push_back(service_row(site, service));
    return rows;
}

}  // namespace okienko::generator
