#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "db/office.hpp"
#include "language/dates.hpp"
#include "language/local_time.hpp"

namespace okienko::cli {
namespace {

constexpr std::size_t kMostShown = 50;
constexpr std::chrono::days kUsualSpan{30};

void print_list(std::string_view title, const std::vector<model::SearchTotal>& totals) {
    if (totals.empty()) return;
    std::cout << title << "\n";
    for (std::size_t i = 0; i < std::min(totals.size(), kMostShown); ++i) {
        const auto& total = totals[i];
        auto asked = std::to_string(total.asked);
        std::cout << std::string(asked.size() < 7 ? 7 - asked.size() : 1, ' ') << asked << "  "
                  << total.query << "\n";
    }
    if (totals.size() > kMostShown) {
        std::cout << "         i jeszcze " << totals.size() - kMostShown << "\n";
    }
}

}  // namespace

ExitCode run_stats(const StatsCommand& command, const generator::Instance& instance) {
    auto to = command.to.value_or(language::local_time(build_clock(), zone_of(instance)).date);
    auto from = command.from.value_or(model::Date{std::chrono::sys_days{to} - kUsualSpan});
    db::Office office{instance.office()};
    auto found = office.search_totals(from, to);
    auto first_in_vain =
        std::stable_partition(found.begin(), found.end(), [](const model::SearchTotal& total) {
            return total.results > 0;
        });
    std::vector<model::SearchTotal> in_vain(first_in_vain, found.end());
    found.erase(first_in_vain, found.end());
    auto day = [](model::Date date) {
        return language::date_short(date, language::Language::Polish);
    };
    std::cout << "Czego szukano od " << day(from) << " do " << day(to) << ", co najmniej "
              << db::Office::kLeastAsked << " razy:\n";
    if (found.empty() && in_vain.empty()) {
        std::cout << "Niczego jeszcze nie szukano tyle razy.\n";
        return ExitCode::Ok;
    }
    print_list("Najczęściej szukane:", found);
    print_list("Nic nie znaleziono (dopisz te słowa w content/slownik.toml):", in_vain);
    return ExitCode::Ok;
}

}  // namespace okienko::cli
