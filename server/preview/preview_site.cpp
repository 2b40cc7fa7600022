#include "server/preview/preview_site.hpp"

#include <string_view>
#include <utility>
#include <variant>

#include "server/content_type.hpp"
#include "server/preview/embedded.hpp"

namespace okienko::server {
namespace {

constexpr std::string_view kScript = "/.okienko/reload.js";
constexpr std::string_view kStyles = "/.okienko/panel.css";
constexpr std::string_view kReport = "/.okienko/report";
constexpr std::string_view kEvents = "/.okienko/events";

/// Host without its port: "localhost", "127.0.0.1", "[::1]".
bool names_this_machine(std::string_view host) {
    const auto port = host.rfind(':');
    if (port != std::string_view::npos && host.find(']', port) == std::string_view::npos) {
        host = host.substr(0, port);
    }
    const bool ipv4 = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "[::1]" || (ipv4 && host.starts_with("127."));
}

/// The request as from a browser that has nothing yet and understands no compression: a page comes
/// whole, or the script cannot be added.
Request unconditional(Request request) {
    std::erase_if(request.headers, [](const Header& field) {
        return same_field_name(field.name, "If-None-Match") ||
               same_field_name(field.name, "If-Modified-Since") ||
               same_field_name(field.name, "Accept-Encoding");
    });
    return request;
}

Response uncached(int status, std::string_view path, std::string_view body) {
    return {.status = status,
            .headers = {{"Content-Type", std::string{content_type(path).name}},
                        {"Cache-Control", "no-store"}},
            .body = std::string{body}};
}

std::string bytes_of(const Response& response) {
    if (const auto* text = std::get_if<std::string>(&response.body)) return *text;
    const auto& slice = std::get<FileSlice>(response.body);
    std::string bytes(slice.length, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count =
            slice.file->read_at(slice.offset + done, bytes.data() + done, bytes.size() - done);
        if (count == 0) break;
        done += count;
    }
    bytes.resize(done);
    return bytes;
}

/// Goes to the end of the head; a page without one (a theme's mistake) gets it first.
std::string with_script(std::string page, const std::string& release) {
    std::string tags = "<link rel=\"stylesheet\" href=\"";
    tags.append(kStyles).append("\">\n<script src=\"").append(kScript);
    tags.append("\" data-release=\"").append(release).append("\" defer></script>\n");
    const auto end = page.find("</head>");
    return page.insert(end == std::string::npos ? 0 : end, tags);
}

bool is_whole_page(const Response& response) {
    return (response.status == 200 || response.status == 404) &&
           response.header("Content-Type").starts_with("text/html");
}

}  // namespace

PreviewSite::PreviewSite(std::filesystem::path current)
    : current_(std::move(current)), site_(current_), events_(std::string{kEvents}) {}

Response PreviewSite::answer(const Request& request) const {
    if (!names_this_machine(request.header("Host"))) return bare_response(403);
    if (request.path == kScript) return uncached(200, kScript, reload_js());
    if (request.path == kStyles) return uncached(200, kStyles, panel_css());
    if (request.path == kReport) return uncached(200, ".txt", report());
    // Asked before the page is read: should the release change in between, the page will load once
    // too often, rather than stay old.
    const auto shown = release();
    if (!std::filesystem::exists(current_)) {
        return uncached(503, ".html", with_script(std::string{waiting_html()}, shown));
    }
    auto response = site_.answer(unconditional(request));
    if (!is_whole_page(response)) return response;
    return uncached(response.status, ".html", with_script(bytes_of(response), shown));
}

void PreviewSite::show(const std::string& release) {
    const std::scoped_lock lock(mutex_);
    release_ = release;
    report_.clear();
    tell();
}

void PreviewSite::show_failure(const std::string& report) {
    const std::scoped_lock lock(mutex_);
    report_ = report;
    tell();
}

/// Under the lock, so that events come in the order of what they tell.
void PreviewSite::tell() {
    const std::string failed = report_.empty() ? "false" : "true";
    events_.tell(R"({"release": ")" + release_ + R"(", "failed": )" + failed + "}");
}

std::string PreviewSite::release() const {
    const std::scoped_lock lock(mutex_);
    return release_;
}

std::string PreviewSite::report() const {
    const std::scoped_lock lock(mutex_);
    return report_;
}

}  // namespace okienko::server
