#include "server/request_head.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace okienko::server {
namespace {

constexpr std::size_t kMaxFields = 100;
constexpr std::string_view kLineEnd = "\r\n";

bool is_token(std::string_view text) {
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || kMarks.find(letter) != std::string_view::npos;
    });
}

bool has_control_character(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte < 0x20 && letter != '\t') || byte == 0x7f;
    });
}

std::string_view without_spaces_around(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "GET /uslugi/ HTTP/1.1". Another form of target ("*", "http://…") is for proxies.
bool read_request_line(std::string_view line, RequestHead& head) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return false;
    const auto version = line.substr(last + 1);
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    return (version == "HTTP/1.1" || version == "HTTP/1.0") && is_token(head.method) &&
           head.target.starts_with('/') && head.target.find_first_of(" \t") == std::string::npos;
}

bool read_field(std::string_view line, RequestHead& head) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return false;
    head.headers.push_back({std::string{line.substr(0, colon)},
                            std::string{without_spaces_around(line.substr(colon + 1))}});
    return true;
}

std::ptrdiff_t count(const RequestHead& head, std::string_view name) {
    return std::count_if(head.headers.begin(), head.headers.end(), [&](const Header& field) {
        return same_field_name(field.name, name);
    });
}

std::string value(const RequestHead& head, std::string_view name) {
    for (const auto& field : head.headers) {
        if (same_field_name(field.name, name)) return field.value;
    }
    return {};
}

std::optional<std::uint64_t> length_of_body(const std::string& content_length) {
    std::uint64_t length = 0;
    const auto* end = content_length.data() + content_length.size();
    const auto [stopped, error] = std::from_chars(content_length.data(), end, length);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return length;
}

int refusal_for_fields(RequestHead& head) {
    const auto lengths = count(head, "Content-Length");
    if (count(head, "Host") != 1 || lengths > 1) return 400;
    if (lengths == 1) {
        const auto length = length_of_body(value(head, "Content-Length"));
        if (!length || count(head, "Transfer-Encoding") > 0) return 400;
        head.body_length = *length;
    }
    if (count(head, "Transfer-Encoding") > 0) return 411;
    if (count(head, "Content-Encoding") > 0) return 415;
    const auto ranges = count(head, "Range");
    if (ranges > 1 || (ranges == 1 && value(head, "Range").find(',') != std::string::npos)) {
        return 416;
    }
    return 0;
}

int read_lines(std::string_view bytes, RequestHead& head) {
    bool is_request_line = true;
    while (true) {
        const auto end = bytes.find(kLineEnd);
        if (end == std::string_view::npos) return 400;
        const auto line = bytes.substr(0, end);
        bytes.remove_prefix(end + kLineEnd.size());
        if (has_control_character(line)) return 400;
        if (is_request_line) {
            if (!read_request_line(line, head)) return 400;
            is_request_line = false;
            continue;
        }
        if (line.empty()) return bytes.empty() ? 0 : 400;
        if (head.headers.size() == kMaxFields) return 431;
        if (!read_field(line, head)) return 400;
    }
}

}  // namespace

RequestHead read_request_head(std::string_view bytes) {
    RequestHead head;
    head.refusal = read_lines(bytes, head);
    if (head.refusal == 0) head.refusal = refusal_for_fields(head);
    return head;
}

}  // namespace okienko::server
