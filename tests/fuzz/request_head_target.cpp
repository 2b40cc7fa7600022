#include <algorithm>
#include <array>
#include <string>

#include "server/header_values.hpp"
#include "server/request_head.hpp"
#include "tests/fuzz/property.hpp"
#include "tests/fuzz/targets.hpp"

namespace okienko::fuzz {
namespace {

using server::RequestHead;

/// The head as the simplest of clients would have sent it.
std::string written(const RequestHead& head) {
    auto text = head.method + " " + head.target + " HTTP/1.1\r\n";
    for (const auto& field : head.headers) text += field.name + ": " + field.value + "\r\n";
    return text + "\r\n";
}

void require_plain(const RequestHead& head) {
    auto again = server::read_request_head(written(head));
    require(again.refusal == 0 && again.method == head.method && again.target == head.target &&
                again.headers == head.headers && again.body_length == head.body_length,
            "a head says the same however it is written",
            written(head));
    auto named = [&](std::string_view name) {
        return std::ranges::count_if(head.headers, [&](const server::Header& field) {
            return server::same_field_name(field.name, name);
        });
    };
    require(named("Host") == 1 && named("Transfer-Encoding") == 0 && named("Content-Length") <= 1,
            "no two programs read a head in two ways");
}

/// What stands in fields and addresses is read as if each field were any of these.
void try_value(const std::string& value) {
    constexpr std::uint64_t kSize = 1000;
    auto range = server::requested_range(value, kSize);
    require(range.kind != server::RangeAnswer::Kind::Part ||
                (range.length > 0 && range.offset + range.length <= kSize),
            "a part of a file is within it",
            value);
    auto weight = server::encoding_weight(value, "br");
    require(weight >= 0 && weight <= 1000, "a weight is one", value);
    server::names_tag(value, "\"abc\"");
    server::percent_decoded(value);
    require(server::percent_decoded(server::percent_encoded(value)) == value,
            "a path comes back as it was encoded",
            value);
}

}  // namespace

void try_request_head(std::string_view bytes) {
    auto head = server::read_request_head(bytes);
    constexpr std::array kAnswers{0, 400, 411, 415, 416, 431};
    require(std::ranges::find(kAnswers, head.refusal) != kAnswers.end(),
            "a head is refused with a status that says why");
    if (head.refusal == 0) require_plain(head);
    try_value(head.target);
    for (const auto& field : head.headers) try_value(field.value);
}

}  // namespace okienko::fuzz
