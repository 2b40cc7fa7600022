#include "server/mail/quoted_printable.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kLongestLine = 76;

std::size_t line_end_length(std::string_view text) {
    if (text.starts_with("\r\n")) return 2;
    return text.starts_with('\n') || text.starts_with('\r') ? 1 : 0;
}

/// The first byte of the text as it stands in the line. A space before a line end is encoded,
/// because mail servers may take it away.
std::string first_byte(std::string_view text) {
    const char byte = text.front();
    const auto rest = text.substr(1);
    const bool last = rest.empty() || line_end_length(rest) > 0;
    const bool blank = byte == ' ' || byte == '\t';
    if (blank ? !last : byte > ' ' && byte <= '~' && byte != '=') return {byte};
    return hex(byte);
}

}  // namespace

std::string hex(char byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'=', kDigits[value >> 4U], kDigits[value & 0xFU]};
}

std::string quoted_printable(std::string_view text) {
    std::string encoded;
    encoded.reserve(text.size() + text.size() / 4);
    std::size_t column = 0;
    while (!text.empty()) {
        if (const auto length = line_end_length(text)) {
            encoded += "\r\n";
            column = 0;
            text.remove_prefix(length);
            continue;
        }
        const auto next = first_byte(text);
        if (column + next.size() >= kLongestLine) {  // The "=" that joins lines needs a place.
            encoded += "=\r\n";
            column = 0;
        }
        encoded += next;
        column += next.size();
        text.remove_prefix(1);
    }
    return encoded;
}

}  // namespace okienko::server
