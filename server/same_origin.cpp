#include "server/same_origin.hpp"

#include <string_view>

namespace okienko::server {
namespace {

/// "https://cus.example:8080" → "cus.example:8080"
std::string_view host_of(std::string_view origin) {
    auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

}  // namespace

bool comes_from_own_page(const Request& request) {
    auto site = request.header("Sec-Fetch-Site");
    if (!site.empty()) return site == "same-origin";
    auto origin = request.header("Origin");
    if (origin.empty()) return true;
    return same_field_name(host_of(origin), request.header("Host"));
}

}  // namespace okienko::server
