#include "server/routes.hpp"

#include <algorithm>

namespace okienko::server {
namespace {

bool leads_to(const Route& route, std::string_view path) {
    std::string_view pattern = route.path;
    if (!pattern.ends_with("/*")) return pattern == path;
    pattern.remove_suffix(1);
    return path.starts_with(pattern) && path.size() > pattern.size();
}

bool takes(const Route& route, const Request& request) {
    return route.method == request.method || (route.method == "GET" && request.method == "HEAD");
}

}  // namespace

bool Routes::cover(std::string_view path) const {
    return std::ranges::any_of(routes_, [&](const Route& route) { return leads_to(route, path); });
}

Response Routes::answer(const Request& request) const {
    std::string allowed;
    for (const auto& route : routes_) {
        if (!leads_to(route, request.path)) continue;
        if (takes(route, request)) return route.answer(request);
        allowed += (allowed.empty() ? "" : ", ") + std::string{route.method};
        if (route.method == "GET") allowed += ", HEAD";
    }
    auto response = bare_response(405);
    response.headers.push_back({"Allow", allowed});
    return response;
}

}  // namespace okienko::server
