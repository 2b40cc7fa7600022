#include "tests/killed_program.hpp"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace okienko::tests {
namespace {

constexpr std::uint64_t kChanges[] = {
#ifdef SYS_rename
    SYS_rename,
    SYS_mkdir,
    SYS_rmdir,
    SYS_unlink,
#endif
    SYS_renameat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_unlinkat,
    SYS_fsync,
    SYS_fdatasync,
    SYS_syncfs,
    SYS_ftruncate,
    SYS_fchmod,
};

bool is_change(const __ptrace_syscall_info& call) {
    if (call.op != PTRACE_SYSCALL_INFO_ENTRY) return false;
    if (call.entry.nr == SYS_openat) return (call.entry.args[2] & O_CREAT) != 0;
    return std::find(std::begin(kChanges), std::end(kChanges), call.entry.nr) != std::end(kChanges);
}

/// In the new process: becomes the program, stopped at its first instruction.
[[noreturn]] void become_program(const ProgramArguments& arguments) {
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    // The leak checker would have to trace this process, which is traced already.
    ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    ::setenv("SOURCE_DATE_EPOCH", kFixedClock.at("SOURCE_DATE_EPOCH").c_str(), 1);
    int nowhere = ::open("/dev/null", O_RDWR);
    for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
    std::vector<char*> words{const_cast<char*>(OKIENKO_PROGRAM)};
    for (const auto& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execv(OKIENKO_PROGRAM, words.data());
    ::_exit(127);
}

/// Waits for the process to stop; false when it has ended.
bool wait_for_stop(pid_t process, int& status) {
    while (::waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) throw std::runtime_error("waitpid");
    }
    return WIFSTOPPED(status);
}

bool stopped_at_change(pid_t process, int status) {
    constexpr int kSyscallStop = SIGTRAP | 0x80;
    if (WSTOPSIG(status) != kSyscallStop) return false;
    __ptrace_syscall_info call{};
    ::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof call, &call);
    return is_change(call);
}

}  // namespace

bool kill_at_change(int nth, const ProgramArguments& arguments) {
    auto process = ::fork();
    if (process < 0) throw std::runtime_error("fork");
    if (process == 0) become_program(arguments);
    int status = 0;
    if (!wait_for_stop(process, status)) throw std::runtime_error("ptrace is not allowed here");
    ::ptrace(PTRACE_SETOPTIONS, process, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    int seen = 0;
    while (true) {
        ::ptrace(PTRACE_SYSCALL, process, nullptr, nullptr);
        if (!wait_for_stop(process, status)) break;
        if (stopped_at_change(process, status) && ++seen == nth) ::kill(process, SIGKILL);
    }
    if (WIFSIGNALED(status)) return true;
    if (WEXITSTATUS(status) != 0) throw std::runtime_error("the program failed");
    return false;
}

}  // namespace okienko::tests
