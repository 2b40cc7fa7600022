#pragma once

#include <string>
#include <string_view>

namespace okienko::generator {

/// A text as the value of a parameter in an address: every byte but ASCII letters and digits as
/// "%" and two digits (RFC 3986 §2.1).
std::string parameter_text(std::string_view text);

}  // namespace okienko::generator
