#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>

namespace okienko::server {

/// A mail server that answers as a test tells it, for what a real one does on bad days only.
/// `answers` by command ("CONNECT", "MAIL", "RCPT", "DATA", "." …) replace the friendly ones; the
/// answer "silence" never comes, and "hang up" closes the connection.
class ScriptedSmtpServer {
  public:
    using Answers = std::map<std::string, std::string>;

    explicit ScriptedSmtpServer(Answers answers)
        : answers_(std::move(answers)), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof place;
        auto* generic = reinterpret_cast<sockaddr*>(&place);
        if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 8) != 0 ||
            ::getsockname(listener_, generic, &size) != 0) {
            throw std::runtime_error("listen");
        }
        port_ = ntohs(place.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ScriptedSmtpServer(const ScriptedSmtpServer&) = delete;
    ScriptedSmtpServer& operator=(const ScriptedSmtpServer&) = delete;
    ~ScriptedSmtpServer() {
        ended_ = true;
        thread_.join();
        ::close(listener_);
    }

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] int connections() const { return connections_; }

  private:
    void serve() {
        while (!ended_) {
            if (!readable(listener_)) continue;
            const int client = ::accept(listener_, nullptr, nullptr);
            ++connections_;
            talk(client);
            ::close(client);
        }
    }

    void talk(int client) {
        bool goes_on = answer(client, "CONNECT", "220 mx.example");
        bool in_message = false;
        for (std::string line; goes_on && read_line(client, line);) {
            if (in_message) {
                in_message = line != ".";
                if (!in_message) goes_on = answer(client, ".", "250 2.0.0 OK");
                continue;
            }
            const auto command = line.substr(0, 4);
            in_message = command == "DATA" && !answers_.contains("DATA");
            goes_on = answer(client, command, in_message ? "354 go on" : "250 2.1.0 OK");
        }
    }

    /// False when the conversation is over.
    bool answer(int client, const std::string& command, std::string words) {
        if (auto told = answers_.find(command); told != answers_.end()) words = told->second;
        if (words == "silence") return true;
        const auto end = words.find("hang up");
        words = words.substr(0, end);
        if (!words.empty()) {
            if (!words.ends_with("\r\n")) words += "\r\n";
            ::send(client, words.data(), words.size(), MSG_NOSIGNAL);
        }
        return end == std::string::npos;
    }

    bool read_line(int client, std::string& line) {
        line.clear();
        while (!ended_) {
            if (!readable(client)) continue;
            char letter = 0;
            if (::recv(client, &letter, 1, 0) <= 0) return false;
            if (letter == '\n') return true;
            if (letter != '\r') line += letter;
        }
        return false;
    }

    static bool readable(int socket) {
        pollfd polled{socket, POLLIN, 0};
        return ::poll(&polled, 1, 20) > 0;
    }

    Answers answers_;
    int listener_;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::atomic<bool> ended_ = false;
    std::thread thread_;
};

}  // namespace okienko::server
