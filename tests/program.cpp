#include "tests/program.hpp"

#include <fcntl.h>
#include <pty.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "generator/file_tree.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

void require(bool success, const char* doing) {
    if (!success) throw std::runtime_error(std::string{doing} + ": " + std::strerror(errno));
}

/// "NAME=value" of this process, of which the program would read none.
std::vector<std::string> environment_with(const Environment& added) {
    std::vector<std::string> variables;
    for (char** each = environ; *each; ++each) {
        std::string variable = *each;
        auto name = variable.substr(0, variable.find('='));
        if (name == "OKIENKO_SHARE" || name == "SOURCE_DATE_EPOCH" || added.contains(name))
            continue;
        variables.push_back(std::move(variable));
    }
    for (const auto& [name, value] : added) {
        auto& variable = variables.emplace_back(name);
        variable.append("=").append(value);
    }
    return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// A file in memory that the program writes to: unlike a pipe it is never full.
int memory_file(const char* name) {
    int file = ::memfd_create(name, MFD_CLOEXEC);
    require(file >= 0, "memfd_create");
    return file;
}

std::string content_of(int file) {
    std::string text(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
    auto size = ::pread(file, text.data(), text.size(), 0);
    require(size == static_cast<ssize_t>(text.size()), "pread");
    return text;
}

/// Everything written to a terminal until the program closes its side.
std::string read_terminal(int terminal) {
    std::string text;
    std::array<char, 4096> chunk{};
    while (true) {
        auto size = ::read(terminal, chunk.data(), chunk.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return text;  // EIO when the other side is closed.
        text.append(chunk.data(), static_cast<std::size_t>(size));
    }
}

std::string first_different_line(const std::string& expected, const std::string& actual) {
    std::size_t line = 1;
    std::size_t begin = 0;
    while (begin < expected.size() && begin < actual.size()) {
        auto old_line = expected.substr(begin, expected.find('\n', begin) - begin);
        auto new_line = actual.substr(begin, actual.find('\n', begin) - begin);
        if (old_line != new_line) {
            std::string place = "line " + std::to_string(line);
            return place.append("\n  expected: ")
                .append(old_line)
                .append("\n  actual:   ")
                .append(new_line);
        }
        begin += old_line.size() + 1;
        ++line;
    }
    return "one file ends after line " + std::to_string(line - 1);
}

}  // namespace

RunningProgram::RunningProgram(const ProgramArguments& arguments,
                               const Environment& environment,
                               ErrorStream stream)
    : out_(memory_file("stdout")), stream_(stream) {
    int err_of_program = -1;
    if (stream == ErrorStream::Terminal) {
        require(::openpty(&err_, &err_of_program, nullptr, nullptr, nullptr) == 0, "openpty");
        ::fcntl(err_, F_SETFD, FD_CLOEXEC);
        ::fcntl(err_of_program, F_SETFD, FD_CLOEXEC);
    } else {
        err_of_program = err_ = memory_file("stderr");
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out_, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err_of_program, STDERR_FILENO);

    std::vector<std::string> words{OKIENKO_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environment_with(environment);
    errno = ::posix_spawn(&process_,
                          OKIENKO_PROGRAM,
                          &actions,
                          nullptr,
                          pointers_to(words).data(),
                          pointers_to(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (stream == ErrorStream::Terminal) ::close(err_of_program);
    require(errno == 0, "posix_spawn");
}

RunningProgram::~RunningProgram() {
    if (process_ > 0) {
        kill();
        ::waitpid(process_, nullptr, 0);
    }
    ::close(out_);
    ::close(err_);
}

void RunningProgram::kill() {
    ::kill(process_, SIGKILL);
}

void RunningProgram::ask_to_stop() {
    ::kill(process_, SIGTERM);
}

std::string RunningProgram::out_so_far() const {
    return content_of(out_);
}

std::string RunningProgram::err_so_far() const {
    return content_of(err_);
}

ProgramResult RunningProgram::wait() {
    ProgramResult result;
    if (stream_ == ErrorStream::Terminal) result.err = read_terminal(err_);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0) require(errno == EINTR, "waitpid");
    process_ = -1;
    if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
    result.out = content_of(out_);
    if (stream_ == ErrorStream::Pipe) result.err = content_of(err_);
    return result;
}

ProgramResult run_program(const ProgramArguments& arguments, const Environment& environment) {
    return RunningProgram{arguments, environment}.wait();
}

ProgramResult run_in_terminal(const ProgramArguments& arguments, const Environment& environment) {
    return RunningProgram{arguments, environment, RunningProgram::ErrorStream::Terminal}.wait();
}

FileTree read_tree(const fs::path& folder) {
    FileTree tree;
    if (!fs::is_directory(folder)) return tree;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        auto path = entry.path().lexically_relative(folder).generic_string();
        tree[path] = generator::read_file(entry.path());
    }
    return tree;
}

std::string difference(const FileTree& expected, const FileTree& actual) {
    std::string found;
    for (const auto& [path, bytes] : expected) {
        auto other = actual.find(path);
        if (other == actual.end()) {
            found += "missing: " + path + "\n";
        } else if (other->second != bytes) {
            found += path + ": " + first_different_line(bytes, other->second) + "\n";
        }
    }
    for (const auto& [path, bytes] : actual) {
        if (!expected.contains(path)) found += "unexpected: " + path + "\n";
    }
    return found;
}

bool updating_golden_files() {
    const char* variable = std::getenv("UPDATE_GOLDEN");
    return variable && std::string_view{variable} == "1";
}

}  // namespace okienko::tests
