#include "server/public_site.hpp"

#include "server/content_type.hpp"

namespace okienko::server {
namespace {

Response plain_text(int status, std::string text) {
    return {status,
            {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}},
            std::move(text)};
}

bool is_this_machine(const Request& request) {
    return request.client.starts_with("127.") || request.client == "::/64";
}

/// Two years: a browser that has once been here over TLS does not come without it (RFC 6797).
void add_strict_transport(const Request& request, Response& response) {
    if (request.header("X-Forwarded-Proto") != "https") return;
    response.headers.push_back({"Strict-Transport-Security", "max-age=63072000"});
}

}  // namespace

Response PublicSite::answer(const Request& request) const {
    auto response =
        parts_.routes.cover(request.path) ? parts_.routes.answer(request) : file_or_asset(request);
    if (parts_.exposure == Exposure::BehindProxy) add_strict_transport(request, response);
    parts_.metrics.count_answer(response.status);
    return response;
}

/// Pages that are drawn with a newer theme than the release has bring its style sheet along.
Response PublicSite::file_or_asset(const Request& request) const {
    auto response = parts_.files.answer(request);
    if (response.status != 404 || !parts_.live) return response;
    auto live = parts_.live->get();
    const auto* bytes = live ? live->asset_at(request.path) : nullptr;
    if (!bytes) return response;
    return {200, {{"Content-Type", std::string{content_type(request.path).name}}}, *bytes};
}

namespace {

Response health(const Request& request, const std::optional<std::string>& trouble) {
    if (!trouble) return plain_text(200, "ok\n");
    auto told = is_this_machine(request) ? *trouble : "więcej w dzienniku serwera";
    return plain_text(503, "Strona działa, formularze nie: " + told + "\n");
}

}  // namespace

std::vector<Route> watching_routes(const Metrics& metrics, Trouble trouble) {
    return {{"GET",
             "/healthz",
             [trouble = std::move(trouble)](const Request& request) {
                 return health(request, trouble());
             }},
            {"GET", "/metrics", [&metrics](const Request& request) {
                 if (!is_this_machine(request)) return bare_response(404);
                 auto response = plain_text(200, metrics.text());
                 response.headers.front().value = "text/plain; version=0.0.4; charset=utf-8";
                 return response;
             }}};
}

}  // namespace okienko::server
