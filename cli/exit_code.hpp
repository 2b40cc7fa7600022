#pragma once

namespace okienko::cli {

/// What the program answers to the shell; docs/reference/polecenia.md tells clerks.
enum class ExitCode {
    Ok = 0,
    Problems = 1,     ///< In content or data: an editor can mend them.
    Usage = 2,        ///< The command was typed wrong.
    Environment = 3,  ///< Disk, port, database.
};

}  // namespace okienko::cli
