#include "backup/backup.hpp"

#include <iostream>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/fault_text.hpp"
#include "cli/progress_bar.hpp"

namespace okienko::cli {
namespace {

/// "4,5 MB"; never "0,0 MB".
std::string megabytes_text(std::uintmax_t bytes) {
    auto tenths = std::max<std::uintmax_t>(1, (bytes + 50'000) / 100'000);
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + " MB";
}

model::Checked<backup::BackupReport, backup::Fault> back_up_with_bar(
    const BackupCommand& command, const generator::Instance& instance) {
    ProgressBar bar{"kB"};
    return backup::back_up(
        {.root = instance.root,
         .target = command.target,
         .program = OKIENKO_VERSION,
         .now = build_clock(),
         .progress = [&bar](std::size_t done, std::size_t total) { bar.show(done, total); }});
}

}  // namespace

ExitCode run_backup(const BackupCommand& command, const generator::Instance& instance) {
    auto made = back_up_with_bar(command, instance);
    if (!made.ok()) {
        print_faults(std::cerr, made.problems());
        std::cerr << "\nKopia zapasowa nie powstała.\n";
        return ExitCode::Problems;
    }
    const auto& report = made.value();
    if (!report.skipped.empty()) {
        std::cerr << "Pominięto:\n";
        print_faults(std::cerr, report.skipped);
    }
    std::cout << "Kopia zapasowa: " << report.archive.string() << " ("
              << megabytes_text(report.archive_bytes) << ")\n"
              << "W środku: " << counted(report.files, kFiles) << ", "
              << counted(report.databases, kDatabases)
              << ". Bez site/: stronę zbuduje na nowo okienko build.\n";
    return ExitCode::Ok;
}

}  // namespace okienko::cli
