#include "tests/server/mail/smtp_server.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "generator/file_tree.hpp"

namespace okienko::server {

SmtpServer::SmtpServer(const std::string& mode) {
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    if (::pipe2(to.data(), O_CLOEXEC) != 0 || ::pipe2(from.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("pipe2");
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    std::string program = "/usr/bin/python3";  // Debian's, which has aiosmtpd.
    std::string script = OKIENKO_SOURCE_DIR "/tests/server/mail/smtp_server.py";
    auto folder = folder_.path().string();
    auto how = mode;
    std::array<char*, 5> arguments{
        program.data(), script.data(), folder.data(), how.data(), nullptr};
    const int failed =
        ::posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(to[0]);
    ::close(from[1]);
    stays_open_ = to[1];
    std::string answer;
    std::array<char, 64> bytes{};
    while (failed == 0 && answer.find('\n') == std::string::npos) {
        const auto size = ::read(from[0], bytes.data(), bytes.size());
        if (size <= 0) break;
        answer.append(bytes.data(), static_cast<std::size_t>(size));
    }
    ::close(from[0]);
    if (answer.empty()) throw std::runtime_error("no mail server");
    port_ = std::stoi(answer);
}

SmtpServer::~SmtpServer() {
    ::close(stays_open_);
    ::waitpid(process_, nullptr, 0);
}

std::string SmtpServer::file(const std::string& name) const {
    const auto path = folder_ / name;
    return std::filesystem::exists(path) ? generator::read_file(path) : "";
}

}  // namespace okienko::server
