#pragma once

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "generator/instance.hpp"

/// The commands, one file each: <name>_command.cpp. Each prints its report and answers with the
/// exit code; the machine's failures come out as exceptions.
namespace okienko::cli {

ExitCode run_init(const InitCommand& command, const std::filesystem::path& share);
ExitCode run_build(const BuildCommand& command, const generator::Instance& instance);
ExitCode run_check(const generator::Instance& instance);
ExitCode run_serve(const ServeCommand& command, const generator::Instance& instance);
/// `serve --watch`.
ExitCode run_preview(const ServeCommand& command, const generator::Instance& instance);
ExitCode run_releases(const generator::Instance& instance);
ExitCode run_tidy(const TidyCommand& command, const generator::Instance& instance);
ExitCode run_rollback(const RollbackCommand& command, const generator::Instance& instance);

ExitCode run_import(const ImportCommand& command, const generator::Instance& instance);
ExitCode run_export(const ExportCommand& command, const generator::Instance& instance);
ExitCode run_backup(const BackupCommand& command, const generator::Instance& instance);
ExitCode run_restore(const RestoreCommand& command, const generator::Instance& instance);

ExitCode run_messages(const MessagesCommand& command, const generator::Instance& instance);
ExitCode run_submissions(const SubmissionsCommand& command, const generator::Instance& instance);
ExitCode run_person(const PersonCommand& command, const generator::Instance& instance);
ExitCode run_purge(const generator::Instance& instance);
ExitCode run_stats(const StatsCommand& command, const generator::Instance& instance);

}  // namespace okienko::cli
