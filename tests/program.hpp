#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace okienko::tests {

using ProgramArguments = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;

/// How a run of the program ended and what it wrote.
struct ProgramResult {
    int exit_code = -1;  ///< -1 when a signal ended it.
    int signal = 0;
    std::string out;
    std::string err;
};

/// The moment that golden sites are built for: Monday, 16 November 2026, 9:00 UTC.
inline const Environment kFixedClock{{"SOURCE_DATE_EPOCH", "1794819600"}};

/// The real program, started without a shell. Its environment is this process's, without the
/// variables that the program reads, and with those of `environment`.
class RunningProgram {
  public:
    enum class ErrorStream { Pipe, Terminal };

    explicit RunningProgram(const ProgramArguments& arguments,
                            const Environment& environment = {},
                            ErrorStream stream = ErrorStream::Pipe);
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    /// Kills it if it still runs.
    ~RunningProgram();

    [[nodiscard]] pid_t process() const { return process_; }
    void kill();
    /// As Ctrl+C or systemd would: SIGTERM.
    void ask_to_stop();
    ProgramResult wait();

    /// What it has written so far; `err_so_far` not with a terminal.
    [[nodiscard]] std::string out_so_far() const;
    [[nodiscard]] std::string err_so_far() const;

  private:
    pid_t process_ = -1;
    int out_ = -1;
    int err_ = -1;
    ErrorStream stream_;
};

ProgramResult run_program(const ProgramArguments& arguments, const Environment& environment = {});

/// With standard error at a pseudo-terminal.
ProgramResult run_in_terminal(const ProgramArguments& arguments,
                              const Environment& environment = {});

/// Every file below a folder with its bytes, by path.
using FileTree = std::map<std::string, std::string>;
FileTree read_tree(const std::filesystem::path& folder);

/// The first difference in words for the person who reads a failed test; empty when there is none.
std::string difference(const FileTree& expected, const FileTree& actual);

/// True when golden files are to be rewritten: UPDATE_GOLDEN=1.
bool updating_golden_files();

}  // namespace okienko::tests
