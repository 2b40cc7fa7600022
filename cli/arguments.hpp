#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "model/date.hpp"

namespace okienko::cli {

enum class DemoData { No, Yes };

struct InitCommand {
    std::filesystem::path folder;
    DemoData demo = DemoData::No;
};
struct BuildCommand {
    bool full = false;     ///< Make everything anew.
    bool explain = false;  ///< Say why each file was made.
    bool timings = false;  ///< Say how long each stage took.
};
struct CheckCommand {};
struct ServeCommand {
    std::string address = "127.0.0.1";
    int port = 8080;
    bool behind_proxy = false;
    bool watch = false;  ///< A preview that follows every change.
};
struct ReleasesCommand {};
/// Not for people: `build` starts it, and does not wait for it.
struct TidyCommand {
    int keep = 1;
};
struct RollbackCommand {
    std::optional<std::string> release;
};

struct ImportCommand {
    std::vector<std::filesystem::path> files;
    bool dry_run = false;  ///< Say what would change, change nothing.
};
struct ExportCommand {
    std::optional<std::filesystem::path> file;  ///< Standard output when there is none.
    std::string format;        ///< "hsds", "csv", or empty: what the file's name says.
    bool empty_table = false;  ///< The head of a table to fill in.
};
struct BackupCommand {
    std::filesystem::path target;
};
struct RestoreCommand {
    std::filesystem::path archive;
};

struct MessagesCommand {
    enum class Task { List, Show, Close };
    Task task = Task::List;
    bool closed = false;      ///< List those that are closed.
    std::string kind;         ///< List those of this kind (model::MessageKind); empty: of all.
    std::string case_number;  ///< To show or to close.
    std::string note;         ///< What was done; may be empty.
};
struct SubmissionsCommand {
    enum class Task { List, Show, Correct, Accept, Decline };
    Task task = Task::List;
    bool all = false;         ///< List also those that do not wait for the office.
    std::string case_number;  ///< Of all tasks but List.
    /// "usluga-1.name=Za długa nazwa", or a text about all of it.
    std::vector<std::string> remarks;
    std::string reason;
};
struct PersonCommand {
    enum class Task { Export, Erase };
    Task task = Task::Export;
    std::string contact;  ///< An e-mail address or a phone number.
};
struct PurgeCommand {};
/// What people looked for; the last thirty days unless told otherwise.
struct StatsCommand {
    std::optional<model::Date> from;
    std::optional<model::Date> to;
};

using Command = std::variant<InitCommand,
                             BuildCommand,
                             CheckCommand,
                             ServeCommand,
                             ReleasesCommand,
                             TidyCommand,
                             RollbackCommand,
                             ImportCommand,
                             ExportCommand,
                             BackupCommand,
                             RestoreCommand,
                             MessagesCommand,
                             SubmissionsCommand,
                             PersonCommand,
                             PurgeCommand,
                             StatsCommand>;

struct Arguments {
    std::filesystem::path instance = ".";
    Command command;
};

/// What was typed, understood; or the code to leave with, when help was asked for (printed to
/// standard output) or a mistake was made (explained on standard error).
std::variant<Arguments, ExitCode> parse_arguments(int argc, const char* const* argv);

}  // namespace okienko::cli
