#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace okienko::server {

/// A TCP connection that sends exactly the bytes it is given: no HTTP library would send the
/// requests that matter here.
class RawClient {
  public:
    explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto* generic = reinterpret_cast<const sockaddr*>(&address);
        if (::connect(socket_, generic, sizeof address) != 0) {
            ::close(socket_);
            throw std::runtime_error("connect");
        }
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient() { ::close(socket_); }

    void send(std::string_view bytes) const {
        ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    /// All that comes until the server closes, or for three seconds.
    [[nodiscard]] std::string receive_until_closed() {
        while (receive_some(std::chrono::seconds{3})) {
        }
        return received_;
    }

    /// All that comes until `text` is among it, or for three seconds.
    [[nodiscard]] std::string receive_until(std::string_view text) {
        while (received_.find(text) == std::string::npos && receive_some(std::chrono::seconds{3})) {
        }
        return received_;
    }

    [[nodiscard]] bool closed() const { return closed_; }

  private:
    bool receive_some(std::chrono::milliseconds patience) {
        pollfd polled{socket_, POLLIN, 0};
        if (::poll(&polled, 1, static_cast<int>(patience.count())) <= 0) return false;
        std::array<char, 65536> bytes{};
        const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        closed_ = count <= 0;
        if (count > 0) received_.append(bytes.data(), static_cast<std::size_t>(count));
        return count > 0;
    }

    int socket_;
    bool closed_ = false;
    std::string received_;
};

}  // namespace okienko::server
