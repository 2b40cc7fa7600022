#include "server/security_headers.hpp"

#include <array>

namespace okienko::server {

std::span<const Header> security_headers() {
    static const std::array<Header, 5> kHeaders{{
        {"Content-Security-Policy",
         "default-src 'self'; img-src 'self' data:; object-src 'none'; form-action 'self'; "
         "frame-ancestors 'none'; base-uri 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "strict-origin-when-cross-origin"},
        {"Permissions-Policy",
         "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    }};
    return kHeaders;
}

}  // namespace okienko::server
