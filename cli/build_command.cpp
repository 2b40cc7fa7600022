#include <chrono>
#include <cstdio>
#include <iostream>
#include <thread>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/problem_text.hpp"
#include "cli/progress_bar.hpp"
#include "generator/build.hpp"

namespace okienko::cli {
namespace {

using generator::Output;

model::Checked<generator::BuildReport, model::Problem> run_with_bar(
    const generator::Instance& instance, Output output) {
    ProgressBar bar;
    return generator::build(
        {.instance = instance,
         .output = output,
         .now = build_clock(),
         .threads = std::max(1U, std::thread::hardware_concurrency()),
         .progress = [&bar](std::size_t done, std::size_t total) { bar.show(done, total); }});
}

/// "1,2 s": how long it took, for a person.
std::string seconds_text(std::chrono::steady_clock::duration took) {
    auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(took).count() / 100;
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + " s";
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

ExitCode run(const generator::Instance& instance, Output output) {
    auto started = std::chrono::steady_clock::now();
    auto built = run_with_bar(instance, output);
    auto took = std::chrono::steady_clock::now() - started;
    if (!built.ok()) return report_problems(built.problems(), output);
    const auto& report = built.value();
    report_warnings(report.warnings);
    std::cout << (output == Output::Release ? "Opublikowano" : "Sprawdzono") << ": "
              << counted(report.pages, kPages) << ", " << counted(report.files, kFiles) << ", "
              << counted(report.warnings.size(), kWarnings) << ", " << seconds_text(took) << ".\n";
    if (output == Output::Release) std::cout << "Wydanie: " << report.release << "\n";
    return ExitCode::Ok;
}

}  // namespace

ExitCode run_build(const generator::Instance& instance) {
    return run(instance, Output::Release);
}
ExitCode run_check(const generator::Instance& instance) {
    return run(instance, Output::Nothing);
}

}  // namespace okienko::cli
