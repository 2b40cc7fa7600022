#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The small languages inside header fields and addresses (RFC 9110, RFC 3986).
namespace okienko::server {

/// "Sun, 22 Nov 2026 14:30:00 GMT" (RFC 9110 §5.6.7).
std::string http_date(std::int64_t seconds_since_1970);

/// Whether If-None-Match ("*", or a list of tags, weak or strong) names the tag, which comes with
/// its quotes (RFC 9110 §13.1.2).
bool names_tag(std::string_view if_none_match, std::string_view tag);

/// How much the visitor wants an encoding: 0 = not at all, 1000 = most (RFC 9110 §12.5.3).
int encoding_weight(std::string_view accept_encoding, std::string_view encoding);

/// What a Range field asks for of a file of `size` bytes.
struct RangeAnswer {
    enum class Kind { Whole, Part, Unsatisfiable };
    Kind kind = Kind::Whole;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    bool operator==(const RangeAnswer&) const = default;
};

/// "bytes=0-99", "bytes=100-" or "bytes=-100". What is not understood asks for the whole file
/// (RFC 9110 §14.2); several ranges are never understood.
RangeAnswer requested_range(std::string_view range, std::uint64_t size);

/// "/za%C5%BC%C3%B3%C5%82%C4%87" in letters; nothing when a "%" lacks its two digits.
std::optional<std::string> percent_decoded(std::string_view path);

/// A path as it may stand in Location: all but unreserved letters and "/" encoded.
std::string percent_encoded(std::string_view path);

}  // namespace okienko::server
