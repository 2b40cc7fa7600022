#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/schedule_view.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/numbers.hpp"

// The parts of the service sheet that say how one gets the service, when and where.
namespace okienko::generator {
namespace {

using language::Language;

std::vector<View> step_rows(const ServiceVersion& service) {
    std::vector<View> rows;
    for (const auto& step : service->steps) {
        View row{service.language()};
        service.texts().set(row, "step_title", step.title);
        service.texts().set(row, "step_text", step.text);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// "W ciągu 7 dni.", or nothing when the card names no time.
std::string response_words(const ServiceVersion& service, const Words& words) {
    if (!service->response_days) return {};
    return words.count("count.response_days", *service->response_days);
}

/// "3 wolne miejsca (wszystkich: 20)", or what of it is known.
std::string capacity_words(const model::Capacity& capacity, const Words& words) {
    auto unit = std::string{name(capacity.unit)};
    if (!capacity.available && !capacity.maximum) return words["service.capacity_unknown"];
    if (!capacity.available) return words.count("count.all_" + unit, *capacity.maximum);
    auto available = words.count("count.free_" + unit, *capacity.available);
    if (!capacity.maximum) return available;
    return words.format("service.capacity_of",
                        {{"available", available},
                         {"maximum", language::number(*capacity.maximum, words.language())}});
}

std::vector<View> capacity_rows(const ServiceVersion& service, const Words& words) {
    std::vector<View> rows;
    for (const auto& capacity : service->capacities) {
        View row{service.language()};
        service.texts().set(row, "capacity_description", capacity.description);
        row.words("capacity_text", capacity_words(capacity, words));
        row.words("capacity_as_of",
                  words.format("dates.as_of", {{"date", date_words(capacity.updated_on, words)}}));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<View> place_rows(const Site& site, const ServiceVersion& service) {
    std::vector<View> rows;
    for (const auto& slug : service->places) {
        if (const auto* place = site.place(slug)) {
            rows.push_back(place_row(*place, site, service.language()));
        }
    }
    return rows;
}

}  // namespace

void set_procedure(View& view, const Site& site, const ServiceVersion& service) {
    const auto& words = site.words_in(service.language());
    const auto& texts = service.texts();
    view.words("decision_help", words.label("decision_mode_help", service->decision_mode));
    set_rows(view, "steps", step_rows(service));
    set_rows(view, "qualification", card_paragraph_rows(texts, service->qualification));
    auto response = response_words(service, words);
    view.flag("response_unknown", response.empty() && service->response_note.empty());
    view.words("response_time", response);
    texts.set(view, "response_note", service->response_note);
    texts.set(view, "waiting_time", service->waiting_time);
    texts.set(view, "referral", service->referral);
    texts.set(view, "limits", service->limits);
    set_rows(view, "capacities", capacity_rows(service, words));
    set_rows(view, "legal_basis", card_rows(texts, "legal_act", service->legal_basis));
}

void set_when_and_where(View& view, const Site& site, const ServiceVersion& service) {
    const auto& words = site.words_in(service.language());
    service.texts().set(view, "term", service->term);
    std::vector<View> schedules;
    for (const auto& schedule : service->schedules) {
        schedules.push_back(schedule_row(site, schedule, service.texts()));
    }
    view.value("calendar_url",
               schedules.empty() ? std::string{} : service_address(service->slug) + "termin.ics");
    set_rows(view, "schedules", std::move(schedules));
    std::vector<std::string> modes;
    for (auto mode : service->delivery_modes) modes.push_back(words.label("delivery_mode", mode));
    view.words("delivery_modes", joined(modes, words));
    set_rows(view, "delivery", card_paragraph_rows(service.texts(), service->delivery));
    set_rows(view, "places", place_rows(site, service));
}

}  // namespace okienko::generator
