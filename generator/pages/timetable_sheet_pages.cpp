#include "generator/pages/timetable_sheet_pages.hpp"

#include <string>
#include <string_view>

#include "generator/pages/content_view.hpp"
#include "generator/pages/timetable_sheet.hpp"
#include "language/dates.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Date;
using std::chrono::sys_days;

constexpr std::size_t kMostServices = 200;

enum class Span { Week, Month };
enum class Turn { Current, Next };

struct Sheet {
    std::string_view address;
    std::string_view title_key;
    Span span;
    Turn turn;
};

constexpr Sheet kSheets[] = {
    {"/harmonogram/tydzien/", "sheet.this_week", Span::Week, Turn::Current},
    {"/harmonogram/tydzien/nastepny/", "sheet.next_week", Span::Week, Turn::Next},
    {"/harmonogram/miesiac/", "sheet.this_month", Span::Month, Turn::Current},
    {"/harmonogram/miesiac/nastepny/", "sheet.next_month", Span::Month, Turn::Next},
};

SheetDays days_of(const Sheet& sheet, const Clock& clock) {
    using std::chrono::days;
    if (sheet.span == Span::Week) {
        auto monday = sys_days{clock.monday()} + days{sheet.turn == Turn::Next ? 7 : 0};
        return {Date{monday}, Date{monday + days{6}}};
    }
    auto first = clock.first_of_month();
    if (sheet.turn == Turn::Next) first += std::chrono::months{1};
    return {first, Date{sys_days{first + std::chrono::months{1}} - days{1}}};
}

std::string heading_of(const Sheet& sheet, const SheetDays& days, const Words& words) {
    if (sheet.span == Span::Month) {
        return words.format("sheet.month_title",
                            {{"month", language::month_year(days.first, Language::Polish)}});
    }
    return words.format("sheet.week_title",
                        {{"from", language::date_short(days.first, Language::Polish)},
                         {"to", language::date_short(days.last, Language::Polish)}});
}

std::vector<View> links_to_others(const Sheet& sheet, const Words& words) {
    std::vector<View> links;
    for (const auto& other : kSheets) {
        if (other.address == sheet.address) continue;
        View link{Language::Polish};
        link.value("sheet_url", std::string{other.address});
        link.words("sheet_name", words[other.title_key]);
        links.push_back(std::move(link));
    }
    return links;
}

View sheet_view(const Site& site, const Sheet& sheet) {
    const auto& words = site.words_in(Language::Polish);
    auto days = days_of(sheet, site.clock());
    bool too_long = site.services().size() > kMostServices;
    View view{Language::Polish};
    view.words("sheet_title", heading_of(sheet, days, words));
    view.list("other_sheets", links_to_others(sheet, words));
    view.flag("too_long", too_long);
    if (too_long) {
        set_no_sheet(view);
    } else {
        set_sheet(view, site, days);
    }
    return view;
}

}  // namespace

void add_timetable_sheet_pages(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    for (const auto& sheet : kSheets) {
        pages.push_back(
            {.head = data_head(site,
                               std::string{sheet.address},
                               words[sheet.title_key],
                               words["sheet.lead"],
                               Section::Timetable),
             .template_name = sheet.span == Span::Week ? "timetable_week" : "timetable_month",
             .body = [&site, &sheet] { return sheet_view(site, sheet); }});
    }
}

}  // namespace okienko::generator
