#include "tests/server/forms/form_desks.hpp"

#include "tests/server/demo_centre.hpp"

namespace okienko::server {
namespace {

std::vector<Route> routes_of(auto&... desks) {
    std::vector<Route> all;
    auto add = [&all](auto& desk) {
        for (auto& route : desk.routes()) all.push_back(std::move(route));
    };
    (add(desks), ...);
    return all;
}

}  // namespace

const std::shared_ptr<const generator::LiveSite>& demo_site() {
    static const DemoCentre centre;
    static const auto live =
        generator::LiveSite::load(centre.instance(),
                                  std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}})
            .value();
    return live;
}

FormDesks::FormDesks()
    : all_(routes_of(contact_, outdated_, feedback_, doors_, desk_)), routes_(all_) {}

FormGate::Parts FormDesks::parts() {
    return {.metrics = metrics_,
            .log =
                [this](std::string_view line) {
                    std::lock_guard lock{log_mutex_};
                    log_ += std::string{line} + "\n";
                },
            .now = [this] { return now_.now(); }};
}

Response FormDesks::ask(const std::string& method,
                        const std::string& path,
                        const std::string& query,
                        const std::string& body,
                        std::vector<Header> headers) {
    return routes_.answer({.method = method,
                           .path = path,
                           .query = query,
                           .headers = std::move(headers),
                           .body = body,
                           .client = client_});
}

std::string FormDesks::token(const std::string& path, const std::string& query) {
    return token_in(html(ask("GET", path, query)));
}

std::string FormDesks::token_in(const std::string& page) {
    auto at = page.find("name=\"formularz\" value=\"") + 24;
    return page.substr(at, page.find('"', at) - at);
}

Response FormDesks::send(const std::string& path,
                         const std::string& body,
                         std::vector<Header> headers) {
    now_ += std::chrono::minutes{1};
    return ask("POST", path, "", body, std::move(headers));
}

}  // namespace okienko::server
