#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "cli/exit_code.hpp"

namespace okienko::cli {

enum class DemoData { No, Yes };

struct InitCommand {
    std::filesystem::path folder;
    DemoData demo = DemoData::No;
};
struct BuildCommand {};
struct CheckCommand {};
struct ServeCommand {
    std::string address = "127.0.0.1";
    int port = 8080;
    bool behind_proxy = false;
};
struct ReleasesCommand {};
struct RollbackCommand {
    std::optional<std::string> release;
};

using Command = std::variant<InitCommand,
                             BuildCommand,
                             CheckCommand,
                             ServeCommand,
                             ReleasesCommand,
                             RollbackCommand>;

struct Arguments {
    std::filesystem::path instance = ".";
    Command command;
};

/// What was typed, understood; or the code to leave with, when help was asked for (printed to
/// standard output) or a mistake was made (explained on standard error).
std::variant<Arguments, ExitCode> parse_arguments(int argc, const char* const* argv);

}  // namespace okienko::cli
