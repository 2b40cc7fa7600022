#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/schedule_view.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"

// The parts of the service sheet that say how one gets the service, when and where.
namespace okienko::generator {
namespace {

using language::Language;
using model::Service;

std::vector<View> step_rows(const Service& service) {
    std::vector<View> rows;
    for (const auto& step : service.steps) {
        View row{Language::Polish};
        row.words("step_title", step.title);
        row.words("step_text", step.text);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// "W ciągu 7 dni.", or nothing when the card names no time.
std::string response_words(const Service& service, const Words& words) {
    if (!service.response_days) return {};
    return words.count("count.response_days", *service.response_days);
}

std::vector<View> place_rows(const Site& site, const Service& service) {
    std::vector<View> rows;
    for (const auto& slug : service.places) {
        if (const auto* place = site.place(slug)) {
            rows.push_back(place_row(*place, site, Language::Polish));
        }
    }
    return rows;
}

}  // namespace

void set_procedure(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    view.words("decision_help", words.label("decision_mode_help", service.decision_mode));
    set_rows(view, "steps", step_rows(service));
    set_rows(view, "qualification", paragraph_rows(Language::Polish, service.qualification));
    auto response = response_words(service, words);
    view.flag("response_unknown", response.empty() && service.response_note.empty());
    view.words("response_time", response);
    view.words("response_note", service.response_note);
    view.words("waiting_time", service.waiting_time);
    view.words("referral", service.referral);
    view.words("limits", service.limits);
    set_rows(view, "legal_basis", text_rows(Language::Polish, "legal_act", service.legal_basis));
}

void set_when_and_where(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    view.words("term", service.term);
    std::vector<View> schedules;
    for (const auto& schedule : service.schedules) {
        schedules.push_back(schedule_row(site, schedule, Language::Polish));
    }
    view.value("calendar_url",
               schedules.empty() ? std::string{} : service_address(service.slug) + "termin.ics");
    set_rows(view, "schedules", std::move(schedules));
    std::vector<std::string> modes;
    for (auto mode : service.delivery_modes) modes.push_back(words.label("delivery_mode", mode));
    view.words("delivery_modes", joined(modes, words));
    set_rows(view, "delivery", paragraph_rows(Language::Polish, service.delivery));
    set_rows(view, "places", place_rows(site, service));
}

}  // namespace okienko::generator
