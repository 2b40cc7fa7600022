#include "server/form_token.hpp"

#include <charconv>

namespace okienko::server {
namespace {

constexpr std::size_t kIdBytes = 16;

}  // namespace

// "<id>.<seconds>.<signature>", where the purpose is signed too.
std::string FormTokens::issue(std::string_view purpose, std::chrono::sys_seconds now) const {
    auto said = random_text(kIdBytes) + "." + std::to_string(now.time_since_epoch().count());
    return said + "." + key_.signature(std::string{purpose} + "." + said);
}

std::optional<IssuedForm> FormTokens::read(std::string_view purpose, std::string_view token) const {
    auto last = token.rfind('.');
    if (last == std::string_view::npos) return std::nullopt;
    auto said = token.substr(0, last);
    auto signed_text = std::string{purpose} + "." + std::string{said};
    if (!key_.has_signed(signed_text, token.substr(last + 1))) return std::nullopt;
    // We made it, so it has its form.
    auto dot = said.find('.');
    std::int64_t seconds = 0;
    std::from_chars(said.data() + dot + 1, said.data() + said.size(), seconds);
    return IssuedForm{std::string{said.substr(0, dot)},
                      std::chrono::sys_seconds{std::chrono::seconds{seconds}}};
}

}  // namespace okienko::server
