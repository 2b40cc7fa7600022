#include "bench/forms/client.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace okienko::bench {

std::string Client::ask(const std::string& request) {
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (socket_ < 0) dial();
        if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) > 0) {
            auto answer = receive();
            if (answer.find("\r\nConnection: close") != std::string::npos) hang_up();
            if (!answer.empty()) return answer;
        }
        hang_up();
    }
    throw std::runtime_error("no answer");
}

void Client::dial() {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port_));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = reinterpret_cast<const sockaddr*>(&place);
    if (::connect(socket_, generic, sizeof place) != 0) throw std::runtime_error("connect");
}

void Client::hang_up() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

std::string Client::receive() {
    std::string answer;
    std::size_t whole = std::string::npos;
    std::array<char, 65536> bytes;  // NOLINT: no need to clear 64 KiB
    while (answer.size() < whole) {
        auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (count <= 0) return {};
        answer.append(bytes.data(), static_cast<std::size_t>(count));
        auto head = answer.find("\r\n\r\n");
        auto length = answer.find("\r\nContent-Length: ");
        if (head != std::string::npos && length < head) {
            whole = head + 4 + std::stoul(answer.substr(length + 18));
        }
    }
    return answer;
}

}  // namespace okienko::bench
