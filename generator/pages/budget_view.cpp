#include "generator/pages/budget_view.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/pages/chart_width.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::BudgetLine;
using model::Money;
using model::Task;
using Lines = std::vector<const BudgetLine*>;

/// Amounts of several lines together. Nothing is spent while no line says how much was.
struct Sum {
    Money plan;
    std::optional<Money> done;

    void add(const BudgetLine& line) {
        plan.grosze += line.plan.grosze;
        if (line.done) done = Money{done.value_or(Money{}).grosze + line.done->grosze};
    }
};

Sum sum_of(const Lines& lines) {
    Sum sum;
    for (const auto* line : lines) sum.add(*line);
    return sum;
}

std::string money_text(Money amount) {
    return language::money(amount.grosze, Language::Polish);
}

std::string share_text(Money part, Money whole) {
    if (whole.grosze == 0) return {};
    return language::percent(
        100.0 * static_cast<double>(part.grosze) / static_cast<double>(whole.grosze),
        Language::Polish);
}

void set_amounts(View& row, const Sum& sum, Money whole) {
    row.value("plan", money_text(sum.plan));
    row.value("share", share_text(sum.plan, whole));
    row.value("done", sum.done ? money_text(*sum.done) : std::string{});
}

View amount_row(std::string_view label, const Sum& sum, Money whole) {
    View row{Language::Polish};
    row.words("row_name", label).nothing("row_address").nothing("is_total");
    set_amounts(row, sum, whole);
    return row;
}

View total_row(const Site& site, const Lines& lines) {
    auto sum = sum_of(lines);
    auto row = amount_row(site.words_in(Language::Polish)["results.total"], sum, sum.plan);
    row.flag("is_total", true);
    return row;
}

Lines of_task(const Lines& lines, Task task) {
    Lines found;
    for (const auto* line : lines) {
        if (line->task == task) found.push_back(line);
    }
    return found;
}

std::vector<View> task_rows(const Site& site, const Lines& lines) {
    const auto& words = site.words_in(Language::Polish);
    auto whole = sum_of(lines).plan;
    std::vector<View> rows;
    for (auto task : {Task::Own, Task::Commissioned}) {
        rows.push_back(
            amount_row(words.label("budget_task", task), sum_of(of_task(lines, task)), whole));
    }
    rows.push_back(total_row(site, lines));
    return rows;
}

/// Where the line is counted: its service, or a word for the costs that belong to none.
std::string service_name(const Site& site, const BudgetLine& line) {
    const auto& words = site.words_in(Language::Polish);
    if (line.service.empty()) return words["results.shared_costs"];
    auto card = site.service(line.service);
    return card ? card->name() : words["results.former_service"];
}

/// What is planned for one service, and whose task it is.
struct Part {
    std::string name;
    std::string address;
    Sum sum;
    Money own;
};

/// The costliest first.
std::vector<Part> parts_of(const Site& site, const Lines& lines) {
    std::vector<Part> parts;
    std::map<std::string_view, std::size_t> places;
    for (const auto* line : lines) {
        auto [place, added] = places.emplace(line->service, parts.size());
        if (added) {
            bool published = site.service(line->service).has_value();
            parts.push_back({service_name(site, *line),
                             published ? service_address(line->service) : std::string{},
                             {},
                             {}});
        }
        auto& part = parts[place->second];
        part.sum.add(*line);
        if (line->task == Task::Own) part.own.grosze += line->plan.grosze;
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return a.sum.plan > b.sum.plan;
    });
    return parts;
}

/// A bar of two pieces, own tasks and then commissioned ones, in a chart as wide as `whole`.
View bar_row(const Site& site, std::string_view label, Money own, Money all, Money whole) {
    const auto& words = site.words_in(Language::Polish);
    Money commissioned{all.grosze - own.grosze};
    View row{Language::Polish};
    row.words("bar_label", label);
    row.value("own_width", own.grosze > 0 ? chart_width(own.grosze, whole.grosze) : "");
    row.value("commissioned_begin", chart_width(own.grosze, whole.grosze));
    row.value("commissioned_width",
              commissioned.grosze > 0 ? chart_width(commissioned.grosze, whole.grosze) : "");
    row.words("own_words", words.format("results.tasks_own", {{"amount", money_text(own)}}));
    row.words("commissioned_words",
              words.format("results.tasks_commissioned", {{"amount", money_text(commissioned)}}));
    return row;
}

std::vector<View> service_bars(const Site& site, const std::vector<Part>& parts) {
    std::vector<View> rows;
    rows.reserve(parts.size());
    for (const auto& part : parts) {
        rows.push_back(bar_row(site, part.name, part.own, part.sum.plan, parts.front().sum.plan));
    }
    return rows;
}

std::vector<View> service_rows(const Site& site,
                               const std::vector<Part>& parts,
                               const Lines& lines) {
    auto whole = sum_of(lines).plan;
    std::vector<View> rows;
    for (const auto& part : parts) {
        rows.push_back(amount_row(part.name, part.sum, whole));
        rows.back().value("row_address", part.address);
    }
    rows.push_back(total_row(site, lines));
    return rows;
}

std::vector<View> line_rows(const Lines& lines) {
    std::vector<View> rows;
    for (const auto* line : lines) {
        View row{Language::Polish};
        row.words("line_name", line->name).words("line_source", line->source);
        row.value("plan", money_text(line->plan));
        row.value("done", line->done ? money_text(*line->done) : std::string{});
        rows.push_back(std::move(row));
    }
    return rows;
}

View year_view(const Site& site, int year, const Lines& lines) {
    View row{Language::Polish};
    row.value("year", std::to_string(year));
    row.list("budget_tasks", task_rows(site, lines));
    auto parts = parts_of(site, lines);
    row.words("bars_title",
              site.words_in(Language::Polish)
                  .format("results.by_service_chart", {{"year", std::to_string(year)}}));
    row.list("budget_bars", service_bars(site, parts));
    row.list("budget_services", service_rows(site, parts, lines));
    row.list("budget_lines", line_rows(lines));
    return row;
}

std::vector<View> year_bars(const Site& site, const std::map<int, Lines>& years) {
    Money most;
    for (const auto& [year, lines] : years) most = std::max(most, sum_of(lines).plan);
    std::vector<View> rows;
    rows.reserve(years.size());
    for (const auto& [year, lines] : years) {
        rows.push_back(bar_row(site,
                               std::to_string(year),
                               sum_of(of_task(lines, Task::Own)).plan,
                               sum_of(lines).plan,
                               most));
    }
    return rows;
}

}  // namespace

void set_budget(View& view, const Site& site) {
    Lines all;
    std::map<int, Lines> years;
    for (const auto& line : site.budget_lines()) {
        all.push_back(&line);
        years[line.year].push_back(&line);
    }
    std::vector<View> rows;
    rows.reserve(years.size());
    for (const auto& [year, lines] : years) rows.push_back(year_view(site, year, lines));
    view.flag("has_several_years", rows.size() > 1);
    view.value("first_year", rows.empty() ? std::string{} : std::to_string(years.begin()->first));
    view.value("last_year", rows.empty() ? std::string{} : std::to_string(years.rbegin()->first));
    set_rows(view, "budget_years", std::move(rows));
    view.list("budget_all_tasks", task_rows(site, all));
    view.list("budget_year_bars", year_bars(site, years));
}

}  // namespace okienko::generator
