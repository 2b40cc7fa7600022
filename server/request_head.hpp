#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/request.hpp"

namespace okienko::server {

/// A head longer than this is refused (431).
constexpr std::size_t kHeadMaxBytes = std::size_t{16} * 1024;

/// The request line and the header fields, as they came over the wire.
struct RequestHead {
    std::string method;
    std::string target;  ///< "/uslugi/?q=x", still encoded.
    std::vector<Header> headers;
    std::uint64_t body_length = 0;  ///< Content-Length; 0 when there is none.

    /// The status to refuse the request with before anything acts on it; 0 = it is in order.
    int refusal = 0;
};

/// Reads a head, all bytes up to and including the empty line, and refuses whatever two programs
/// could understand in two ways, because cpp-httplib 0.11.4 accepts it (RFC 9112 §11.2 names the
/// attack): 400 for lines that do not end with CR LF, control characters, spaces before ":", a
/// missing or second Host, Content-Length that is doubled or no number; 411 for Transfer-Encoding
/// (a body comes with its length), 415 for Content-Encoding, 416 for more than one range, 431 for
/// too many fields.
RequestHead read_request_head(std::string_view bytes);

}  // namespace okienko::server
