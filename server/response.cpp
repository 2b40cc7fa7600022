#include "server/response.hpp"

namespace okienko::server {

std::string Response::header(std::string_view name) const {
    for (const auto& field : headers) {
        if (same_field_name(field.name, name)) return field.value;
    }
    return {};
}

Response private_page(int status, std::string html) {
    return {
        .status = status,
        .headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}},
        .body = std::move(html)};
}

Response see_other(std::string location) {
    auto response = bare_response(303);
    response.headers.push_back({"Location", std::move(location)});
    return response;
}

Response bare_response(int status) {
    return {
        .status = status,
        .headers = {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}},
        .body = std::to_string(status) + "\n"};
}

}  // namespace okienko::server
