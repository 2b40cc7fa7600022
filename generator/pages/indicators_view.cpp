#include "generator/pages/indicators_view.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "generator/pages/chart_width.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Indicator;
using Years = std::vector<const Indicator*>;

/// What was counted of one service under one name, year by year.
struct Series {
    const Indicator* first;
    Years years;
};

struct ServiceSeries {
    std::string_view slug;
    std::vector<Series> series;
};

Series& series_of(ServiceSeries& service, const Indicator& indicator) {
    for (auto& each : service.series) {
        bool same = each.first->name == indicator.name && each.first->unit == indicator.unit;
        if (same) return each;
    }
    return service.series.emplace_back(Series{&indicator, {}});
}

std::vector<ServiceSeries> by_service(const std::vector<Indicator>& indicators) {
    std::vector<ServiceSeries> services;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const auto& indicator : indicators) {
        auto [place, added] = places.emplace(indicator.service, services.size());
        if (added) services.push_back({indicator.service, {}});
        series_of(services[place->second], indicator).years.push_back(&indicator);
    }
    for (auto& service : services) {
        for (auto& series : service.series) {
            std::stable_sort(series.years.begin(),
                             series.years.end(),
                             [](const auto* a, const auto* b) { return a->year < b->year; });
        }
    }
    return services;
}

std::string share_of_plan(const Indicator& indicator) {
    if (!indicator.done || indicator.plan <= 0) return {};
    return language::percent(std::round(100.0 * *indicator.done / indicator.plan),
                             Language::Polish);
}

/// The most that any year of a series has, planned or done: the width of its chart.
int highest(const Years& years) {
    int most = 0;
    for (const auto* each : years) most = std::max({most, each->plan, each->done.value_or(0)});
    return most;
}

void set_bars(View& row, const Site& site, const Indicator& indicator, int whole) {
    const auto& words = site.words_in(Language::Polish);
    auto plan = language::number(indicator.plan, Language::Polish);
    row.value("plan_width", chart_width(indicator.plan, whole));
    row.value("done_width", indicator.done ? chart_width(*indicator.done, whole) : std::string{});
    row.words("plan_words", words.format("results.chart_plan", {{"plan", plan}}));
    auto done = words["results.chart_missing"];
    if (indicator.done) {
        done = words.format("results.chart_done",
                            {{"done", language::number(*indicator.done, Language::Polish)},
                             {"share", share_of_plan(indicator)}});
    }
    row.words("done_words", done);
}

View year_row(const Site& site, const Indicator& indicator, int whole) {
    View row{Language::Polish};
    set_bars(row, site, indicator, whole);
    row.value("year", std::to_string(indicator.year));
    row.value("plan", language::number(indicator.plan, Language::Polish));
    row.value("done",
              indicator.done ? language::number(*indicator.done, Language::Polish) : std::string{});
    row.value("share", share_of_plan(indicator));
    row.words("evidence", indicator.evidence);
    return row;
}

View series_row(const Site& site, const Series& series) {
    std::vector<View> years;
    auto whole = highest(series.years);
    for (const auto* indicator : series.years) years.push_back(year_row(site, *indicator, whole));
    View row{Language::Polish};
    row.words("indicator_name", series.first->name);
    row.words("indicator_unit",
              site.words_in(Language::Polish).label("indicator_unit", series.first->unit));
    row.list("indicator_years", std::move(years));
    return row;
}

}  // namespace

std::vector<View> indicator_services(const Site& site) {
    std::vector<View> rows;
    for (const auto& service : by_service(site.indicators())) {
        std::vector<View> series;
        for (const auto& each : service.series) series.push_back(series_row(site, each));
        auto card = site.service(service.slug);
        View row{Language::Polish};
        row.value("indicators_id", "wskazniki-" + std::string{service.slug});
        row.value("service_address", card ? service_address(service.slug) : std::string{});
        row.words("service_name",
                  card ? card->name() : site.words_in(Language::Polish)["results.former_service"]);
        row.list("indicators", std::move(series));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace okienko::generator
