#pragma once

#include <string>
#include <string_view>

namespace okienko::exchange {

/// The UUID of a name (RFC 9562 section 5.5, version 5) within this program's own namespace: the
/// same name gives the same UUID everywhere, so what has none of its own keeps it over exports.
std::string name_uuid(std::string_view name);

}  // namespace okienko::exchange
