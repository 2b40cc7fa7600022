#include "generator/pages/timetable_page.hpp"

#include "generator/pages/content_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/text_rows.hpp"
#include "generator/pages/timetable_changes.hpp"
#include "generator/pages/timetable_rows.hpp"
#include "language/dates.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using std::chrono::sys_days;

constexpr std::chrono::days kAhead{60};

/// A table longer than this helps nobody and takes a phone minutes to load.
constexpr std::size_t kMostTerms = 1500;

std::vector<View> weekdays(const Site& site, const Timetable& timetable) {
    std::vector<View> days;
    for (unsigned number = 1; number <= timetable.weekly.size(); ++number) {
        const auto& entries = timetable.weekly[number - 1];
        if (entries.empty()) continue;
        View day{Language::Polish};
        day.value("day_id", "dzien-" + std::to_string(number));
        day.words("day_name",
                  language::weekday_name(std::chrono::weekday{number % 7}, Language::Polish));
        day.list("slots", timetable_rows(site, entries));
        days.push_back(std::move(day));
    }
    return days;
}

View timetable_view(const Site& site) {
    auto timetable = timetable_of(site);
    bool too_long = timetable.size > kMostTerms;
    if (too_long) timetable = {};
    auto today = site.clock().today();
    model::Date last{sys_days{today} + kAhead};
    View view{Language::Polish};
    view.flag("too_long", too_long);
    view.flag("no_terms", !too_long && timetable.size == 0);
    view.words(
        "as_of",
        site.words_in(Language::Polish)
            .format("dates.as_of", {{"date", date_words(today, site.words_in(Language::Polish))}}));
    set_rows(view, "weekdays", weekdays(site, timetable));
    set_rows(view, "monthly_slots", timetable_rows(site, timetable.monthly));
    set_rows(view, "single_slots", timetable_rows(site, timetable.single));
    set_rows(
        view, "changes", too_long ? std::vector<View>{} : timetable_changes(site, today, last));
    set_rows(view, "holidays", holiday_rows(site, today, last));
    set_rows(view, "timetable_places", timetable_places(site, timetable));
    return view;
}

}  // namespace

void add_timetable_page(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    pages.push_back({.head = data_head(site,
                                       "/harmonogram/",
                                       words["timetable.title"],
                                       words["timetable.lead"],
                                       Section::Timetable),
                     .template_name = "timetable",
                     .body = [&site] { return timetable_view(site); }});
}

}  // namespace okienko::generator
