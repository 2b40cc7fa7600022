#pragma once

#include <span>

#include "server/request.hpp"

namespace okienko::server {

/// The fields that every answer carries unless it has its own: nothing from other hosts, no inline
/// scripts or styles, no framing, no guessing of types, no device access.
std::span<const Header> security_headers();

}  // namespace okienko::server
