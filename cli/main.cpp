#include <iostream>
#include <optional>
#include <type_traits>

#include "backup/instance_lock.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/share.hpp"

namespace okienko::cli {
namespace {

/// The centre's folder that a command works in.
std::filesystem::path folder_of(const Arguments& arguments) {
    const auto* init = std::get_if<InitCommand>(&arguments.command);
    return init ? init->folder : arguments.instance;
}

ExitCode run(const Arguments& arguments) {
    // A restore takes the folder for itself; everybody else keeps it out meanwhile.
    std::optional<backup::InstanceUse> use;
    if (!std::holds_alternative<RestoreCommand>(arguments.command)) {
        use.emplace(folder_of(arguments));
    }
    generator::Instance instance{arguments.instance, share_folder()};
    return std::visit(
        [&](const auto& command) {
            using Command = std::decay_t<decltype(command)>;
            if constexpr (std::is_same_v<Command, InitCommand>) {
                return run_init(command, instance.share);
            } else if constexpr (std::is_same_v<Command, BuildCommand>) {
                return run_build(command, instance);
            } else if constexpr (std::is_same_v<Command, CheckCommand>) {
                return run_check(instance);
            } else if constexpr (std::is_same_v<Command, ServeCommand>) {
                return run_serve(command, instance);
            } else if constexpr (std::is_same_v<Command, ReleasesCommand>) {
                return run_releases(instance);
            } else if constexpr (std::is_same_v<Command, TidyCommand>) {
                return run_tidy(command, instance);
            } else if constexpr (std::is_same_v<Command, ImportCommand>) {
                return run_import(command, instance);
            } else if constexpr (std::is_same_v<Command, ExportCommand>) {
                return run_export(command, instance);
            } else if constexpr (std::is_same_v<Command, BackupCommand>) {
                return run_backup(command, instance);
            } else if constexpr (std::is_same_v<Command, RestoreCommand>) {
                return run_restore(command, instance);
            } else if constexpr (std::is_same_v<Command, MessagesCommand>) {
                return run_messages(command, instance);
            } else if constexpr (std::is_same_v<Command, SubmissionsCommand>) {
                return run_submissions(command, instance);
            } else if constexpr (std::is_same_v<Command, PersonCommand>) {
                return run_person(command, instance);
            } else if constexpr (std::is_same_v<Command, StatsCommand>) {
                return run_stats(command, instance);
            } else if constexpr (std::is_same_v<Command, PurgeCommand>) {
                return run_purge(instance);
            } else {
                return run_rollback(command, instance);
            }
        },
        arguments.command);
}

ExitCode parse_and_run(int argc, const char* const* argv) {
    auto parsed = parse_arguments(argc, argv);
    if (const auto* code = std::get_if<ExitCode>(&parsed)) return *code;
    return run(std::get<Arguments>(parsed));
}

}  // namespace
}  // namespace okienko::cli

/// The machine's failures (disk, port, database) end here, as one sentence and an exit code.
int main(int argc, char** argv) {
    using okienko::cli::ExitCode;
    try {
        return static_cast<int>(okienko::cli::parse_and_run(argc, argv));
    } catch (const std::exception& error) {
        std::cerr << "okienko: " << error.what() << "\n";
    } catch (...) {
        std::cerr << "okienko: nieznana awaria\n";
    }
    return static_cast<int>(ExitCode::Environment);
}
