#include "server/mail/smtp_reply.hpp"

#include <algorithm>

namespace okienko::server {
namespace {

std::size_t leading_digits(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, [](char c) { return c >= '0' && c <= '9'; });
    return static_cast<std::size_t>(end - text.begin());
}

/// "5.1.1" at the beginning of the text: three numbers, the first of them `kind`; else nothing.
std::string_view enhanced_code(std::string_view text, char kind) {
    if (!text.starts_with(kind)) return {};
    std::size_t size = 1;
    for (int part = 0; part < 2; ++part) {
        if (size >= text.size() || text[size] != '.') return {};
        const auto digits = leading_digits(text.substr(size + 1));
        if (digits == 0 || digits > 3) return {};
        size += 1 + digits;
    }
    return text.substr(0, size);
}

}  // namespace

SmtpReply smtp_reply(std::string_view line) {
    if (leading_digits(line) != 3) return {};
    const auto numbers = line.substr(0, 3);
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    SmtpReply reply{.code = code, .numbers = std::string{numbers}};
    const auto enhanced = line.size() > 4 ? enhanced_code(line.substr(4), line[0]) : "";
    if (!enhanced.empty()) reply.numbers.append(" ").append(enhanced);
    return reply;
}

}  // namespace okienko::server
