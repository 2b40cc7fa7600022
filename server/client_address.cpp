#include "server/client_address.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace okienko::server {
namespace {

std::string text_of(int family, const void* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const auto* written = ::inet_ntop(family, address, text.data(), text.size());
    return written == nullptr ? std::string{} : std::string{written};
}

}  // namespace

std::string peer_address(int socket) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    auto* generic = reinterpret_cast<sockaddr*>(&peer);
    if (::getpeername(socket, generic, &size) != 0) return {};
    if (peer.ss_family == AF_INET) {
        return text_of(AF_INET, &reinterpret_cast<const sockaddr_in*>(&peer)->sin_addr);
    }
    if (peer.ss_family == AF_INET6) {
        return text_of(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(&peer)->sin6_addr);
    }
    return {};
}

std::string network_of(const std::string& address) {
    in_addr ipv4{};
    if (::inet_pton(AF_INET, address.c_str(), &ipv4) == 1) return text_of(AF_INET, &ipv4);
    in6_addr ipv6{};
    if (::inet_pton(AF_INET6, address.c_str(), &ipv6) != 1) return "?";
    std::fill(std::begin(ipv6.s6_addr) + 8, std::end(ipv6.s6_addr), std::uint8_t{0});
    return text_of(AF_INET6, &ipv6) + "/64";
}

}  // namespace okienko::server
