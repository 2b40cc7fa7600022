#pragma once

#include <string>
#include <string_view>

namespace okienko::server {

/// "=C5" (RFC 2045 §6.7).
std::string hex(char byte);

/// The text as quoted-printable: ASCII lines of at most 76 characters. A line end of any kind (LF,
/// CR, CRLF) becomes CRLF.
std::string quoted_printable(std::string_view text);

}  // namespace okienko::server
