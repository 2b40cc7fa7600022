#include "backup/restore.hpp"

#include <iostream>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/fault_text.hpp"
#include "cli/progress_bar.hpp"
#include "language/dates.hpp"
#include "language/local_time.hpp"

namespace okienko::cli {
namespace {

/// "16 listopada 2026, 10:00" by the clock on a Polish wall.
std::string moment_text(std::chrono::sys_seconds moment) {
    auto local = language::local_time(moment, "Europe/Warsaw");
    return language::date_long(local.date, language::Language::Polish) + ", " +
           language::time_of_day(local.time);
}

model::Checked<backup::RestoreReport, backup::Fault> restore_with_bar(
    const RestoreCommand& command, const generator::Instance& instance) {
    ProgressBar bar{"kB"};
    return backup::restore(
        {.root = instance.root,
         .archive = command.archive,
         .now = build_clock(),
         .progress = [&bar](std::size_t done, std::size_t total) { bar.show(done, total); }});
}

ExitCode report_faults(const backup::Faults& faults, const RestoreCommand& command) {
    std::cerr << command.archive.string() << ":\n";
    print_faults(std::cerr, faults);
    std::cerr << "\nNiczego nie przywrócono, centrum jest takie jak dotąd.\n";
    return ExitCode::Problems;
}

/// The old state is a centre's folder, so the way back is the way it came.
void report_old_state(const backup::RestoreReport& report, const std::string& in_centre) {
    if (report.old_state.empty()) return;
    std::cout << "Dotychczasowy stan: " << report.old_state.string() << "\n";
    for (const auto& part : report.not_in_archive) {
        std::cout << "  tylko tam jest teraz " << part << ", bo kopia go nie ma\n";
    }
    std::cout << "Powrót do niego:\n"
              << "  okienko backup powrot.tar.gz --instance " << report.old_state.string() << "\n"
              << "  okienko restore powrot.tar.gz" << in_centre << "\n";
}

}  // namespace

ExitCode run_restore(const RestoreCommand& command, const generator::Instance& instance) {
    auto restored = restore_with_bar(command, instance);
    if (!restored.ok()) return report_faults(restored.problems(), command);
    const auto& report = restored.value();
    auto in_centre = instance.root == "." ? "" : " --instance " + instance.root.string();
    std::cout << "Przywrócono stan z " << moment_text(report.created) << ": "
              << counted(report.files, kFiles) << ", " << counted(report.databases, kDatabases)
              << ".\n";
    report_old_state(report, in_centre);
    std::cout << "Dalej: okienko build" << in_centre
              << ", a jeśli strona działa przez okienko serve, uruchom je znowu.\n";
    return ExitCode::Ok;
}

}  // namespace okienko::cli
