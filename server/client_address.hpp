#pragma once

#include <string>

/// Who sends a request, as far as limits need to know.
namespace okienko::server {

/// The address at the other end of a socket; empty when it has none.
std::string peer_address(int socket);

/// What one visitor can hardly change: an IPv4 address as it is, of an IPv6 address its first 64
/// bits ("2001:db8:0:1::/64"). Anything else: "?".
std::string network_of(const std::string& address);

}  // namespace okienko::server
