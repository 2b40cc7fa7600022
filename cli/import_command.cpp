#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>
#include <vector>

#include "cli/build_report.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/problem_text.hpp"
#include "cli/progress_bar.hpp"
#include "exchange/import.hpp"
#include "generator/file_tree.hpp"
#include "generator/settings_file.hpp"
#include "language/local_time.hpp"

namespace okienko::cli {
namespace {

using exchange::Effect;
using exchange::Fate;
using exchange::ImportReport;
using generator::Settings;

constexpr std::size_t kNamedWithoutAsking = 20;

/// The kinds of cards in the plural, in the order of the report's counts.
constexpr Noun kKinds[] = {{"obszar", "obszary", "obszarów"},
                           {"grupa odbiorców", "grupy odbiorców", "grup odbiorców"},
                           {"sytuacja", "sytuacje", "sytuacji"},
                           {"miejscowość", "miejscowości", "miejscowości"},
                           {"program", "programy", "programów"},
                           kPlaces,
                           kProviders,
                           kServices,
                           {"tłumaczony tekst", "tłumaczone teksty", "tłumaczonych tekstów"}};
static_assert(std::size(kKinds) == exchange::kCardKinds);

exchange::ImportSettings rules_of(const Settings& settings) {
    exchange::ImportSettings rules{.domain = settings.import.domain,
                                   .audience = settings.import.audience,
                                   .situation = settings.import.situation,
                                   .taxonomies = {},
                                   .fallback_contact = {}};
    for (const auto& term : settings.import.terms) {
        rules.taxonomies.push_back(
            {term.taxonomy, term.term, term.domain, term.audience, term.situation});
    }
    rules.fallback_contact.phone = settings.contact.phone;
    rules.fallback_contact.email = settings.contact.email;
    return rules;
}

/// Services first, the small things last.
std::string counts_text(const ImportReport& report, Fate fate) {
    std::string text;
    auto add = [&](std::size_t kind) {
        auto count = report.counts[kind][static_cast<std::size_t>(fate)];
        if (count > 0) text += (text.empty() ? "" : ", ") + counted(count, kKinds[kind]);
    };
    constexpr auto kTexts = exchange::kCardKinds - 1;
    for (auto kind = kTexts; kind-- > 0;) add(kind);
    add(kTexts);
    return text.empty() ? "nic" : text;
}

void print_cards(const ImportReport& report) {
    for (const auto& card : report.cards) {
        std::cout << (card.fate == Fate::Added ? "+ " : "~ ") << card.kind << " " << card.name
                  << "\n";
    }
    if (report.cards.size() == exchange::kNamedCards) std::cout << "…\n";
}

void print_warnings(const model::Problems& warnings) {
    if (warnings.empty()) return;
    auto shown = std::min(warnings.size(), kNamedWithoutAsking);
    std::cerr << "Ostrzeżenia:\n";
    print_problems(std::cerr,
                   {warnings.begin(), warnings.begin() + static_cast<std::ptrdiff_t>(shown)});
    if (shown < warnings.size()) {
        std::cerr << "… i jeszcze " << counted(warnings.size() - shown, kWarnings) << ".\n";
    }
}

ExitCode report_problems(const model::Problems& problems) {
    print_problems(std::cerr, problems);
    std::cerr << "\n"
              << counted(problems.size(), kProblems)
              << ". Niczego nie wczytano, katalog jest taki jak przedtem.\n";
    return ExitCode::Problems;
}

/// Before anything else, so that nobody waits for a catalogue to be read and then mends a name.
void require_files(const std::vector<std::filesystem::path>& files) {
    for (const auto& file : files) {
        errno = std::filesystem::is_directory(file) ? EISDIR : 0;
        if (errno != 0 || !std::ifstream{file}) {
            generator::throw_file_error("nie można otworzyć pliku", file);
        }
    }
}

}  // namespace

ExitCode run_import(const ImportCommand& command, const generator::Instance& instance) {
    require_files(command.files);
    auto settings = generator::read_settings_file(instance);
    if (!settings.ok()) return report_problems(settings.problems());
    const auto& site = settings.value().settings.site;
    auto effect = command.dry_run ? Effect::DryRun : Effect::Write;
    auto started = std::chrono::steady_clock::now();
    auto imported = [&] {
        ProgressBar bar{"kB"};
        return exchange::import_cards(
            {.catalogue = instance.catalogue(),
             .files = command.files,
             .settings = rules_of(settings.value().settings),
             .today = language::local_time(build_clock(), site.time_zone).date,
             .effect = effect,
             .threads = std::max(1U, std::thread::hardware_concurrency()),
             .progress = [&bar](std::uint64_t done, std::uint64_t total) {
                 bar.show(done / 1000, std::max<std::uint64_t>(total / 1000, 1));
             }});
    }();
    auto took = std::chrono::steady_clock::now() - started;
    if (!imported.ok()) return report_problems(imported.problems());
    const auto& report = imported.value();
    print_warnings(report.warnings);
    bool dry = effect == Effect::DryRun;
    if (dry) print_cards(report);
    std::cout << (dry ? "Przybyłoby: " : "Przybyło: ") << counts_text(report, Fate::Added)
              << (dry ? ".\nZmieniłoby się: " : ".\nZmieniło się: ")
              << counts_text(report, Fate::Changed)
              << ".\nBez zmian: " << counts_text(report, Fate::Left) << ".\n";
    if (dry) {
        std::cout << "To była próba, niczego nie zmieniono.\n";
    } else {
        std::cout << "Wczytano w " << seconds_text(took) << ". Dalej: okienko check\n";
    }
    return ExitCode::Ok;
}

}  // namespace okienko::cli
