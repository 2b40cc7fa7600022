#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include "cli/allocator.hpp"
#include "cli/build_report.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/detached.hpp"
#include "cli/problem_text.hpp"
#include "cli/progress_bar.hpp"
#include "generator/build.hpp"

namespace okienko::cli {
namespace {

using generator::BuildReport;
using generator::Explain;
using generator::Extent;
using generator::Instance;
using generator::Output;

struct Timed {
    model::Checked<BuildReport, model::Problem> built;
    std::chrono::steady_clock::duration took;
};

Timed run_with_bar(const Instance& instance,
                   Output output,
                   Extent extent,
                   Explain explain = Explain::No) {
    auto started = std::chrono::steady_clock::now();
    ProgressBar bar;
    // Most of what a build needs it needs before the first page is drawn, and it is over soon.
    return_memory_at_once();
    auto built = generator::build(
        {.instance = instance,
         .output = output,
         .extent = extent,
         .explain = explain,
         .now = build_clock(),
         .threads = std::max(1U, std::thread::hardware_concurrency()),
         .catalogue_was_read = take_back_memory_of_ended_threads,
         .progress = [&bar](std::size_t done, std::size_t total) { bar.show(done, total); }});
    return {std::move(built), std::chrono::steady_clock::now() - started};
}

/// Until the process ends, and even then: the system frees all of it at once.
void keep_for_good(std::shared_ptr<const void> remains) {
    static auto& kept = *new std::shared_ptr<const void>;
    kept = std::move(remains);
}

ExitCode report_problems(const model::Problems& problems, Output output) {
    print_problems(std::cerr, problems);
    std::cerr << "\n" << counted(problems.size(), kProblems) << ".";
    if (output == Output::Release) {
        std::cerr << " Nic nie opublikowano, strona działa jak dotąd.";
    }
    std::cerr << "\n";
    return ExitCode::Problems;
}

void report_warnings(const model::Problems& warnings) {
    if (warnings.empty()) return;
    std::cerr << "Ostrzeżenia:\n";
    print_problems(std::cerr, warnings);
}

std::string size_of_site(const BuildReport& report) {
    return counted(report.pages, kPages) + ", " + counted(report.files, kFiles) + ", " +
           counted(report.warnings.size(), kWarnings);
}

void report_build(const BuildReport& report, std::chrono::steady_clock::duration took) {
    if (report.published) {
        std::cout << "Opublikowano: " << size_of_site(report) << ", " << seconds_text(took)
                  << ".\nZmienione pliki: " << report.written + report.removed << ".\n";
    } else {
        std::cout << "Bez zmian: " << size_of_site(report) << ", " << seconds_text(took)
                  << ". Zostaje poprzednie wydanie.\n";
    }
    std::cout << "Wydanie: " << report.release << "\n";
}

void start_tidying(const Instance& instance, int keep) {
    start_detached({"tidy", "--keep", std::to_string(keep), "--instance", instance.root.string()});
}

}  // namespace

ExitCode run_build(const BuildCommand& command, const Instance& instance) {
    auto extent = command.full ? Extent::Everything : Extent::Changes;
    auto [built, took] = run_with_bar(
        instance, Output::Release, extent, command.explain ? Explain::Yes : Explain::No);
    if (!built.ok()) return report_problems(built.problems(), Output::Release);
    const auto& report = built.value();
    keep_for_good(report.remains);
    report_warnings(report.warnings);
    if (command.explain) print_reasons(std::cout, report.explained);
    if (command.timings) print_timings(std::cout, report.timings);
    report_build(report, took);
    if (report.published) start_tidying(instance, report.keep_releases);
    return ExitCode::Ok;
}

ExitCode run_check(const Instance& instance) {
    auto [built, took] = run_with_bar(instance, Output::Nothing, Extent::Everything);
    if (!built.ok()) return report_problems(built.problems(), Output::Nothing);
    const auto& report = built.value();
    report_warnings(report.warnings);
    std::cout << "Sprawdzono: " << size_of_site(report) << ", " << seconds_text(took) << ".\n";
    return ExitCode::Ok;
}

}  // namespace okienko::cli
