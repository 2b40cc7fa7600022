#include "generator/smtp_address.hpp"

#include <algorithm>
#include <charconv>

namespace okienko::generator {
namespace {

constexpr std::string_view kScheme = "smtp://";

bool consists_of(std::string_view text, std::string_view letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

bool is_host(std::string_view text) {
    constexpr std::string_view kNameLetters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    if (text.starts_with('[') && text.ends_with(']')) {
        return consists_of(text.substr(1, text.size() - 2), "0123456789abcdefABCDEF:.");
    }
    return text.size() <= 253 && consists_of(text, kNameLetters) && !text.starts_with('-') &&
           !text.starts_with('.') && text.find("..") == std::string_view::npos;
}

std::optional<int> parse_port(std::string_view text) {
    int port = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, port);
    if (error != std::errc{} || stopped != end || port < 1 || port > 65535) return std::nullopt;
    return port;
}

}  // namespace

std::optional<SmtpAddress> parse_smtp_address(std::string_view text) {
    if (!text.starts_with(kScheme)) return std::nullopt;
    text.remove_prefix(kScheme.size());
    const auto bracket = text.find(']');
    const auto colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const auto host = text.substr(0, colon);
    if (!is_host(host)) return std::nullopt;
    if (colon == std::string_view::npos) return SmtpAddress{std::string{host}, std::nullopt};
    const auto port = parse_port(text.substr(colon + 1));
    if (!port) return std::nullopt;
    return SmtpAddress{std::string{host}, port};
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "[::1]" ||
           (host.starts_with("127.") && consists_of(host, "0123456789.") &&
            std::ranges::count(host, '.') == 3);
}

int usual_port(MailSecurity security) {
    switch (security) {
        case MailSecurity::StartTls:
            return 587;
        case MailSecurity::Tls:
            return 465;
        case MailSecurity::None:
            return 25;
    }
    return 0;
}

}  // namespace okienko::generator
