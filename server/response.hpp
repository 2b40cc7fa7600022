#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "server/release_files.hpp"
#include "server/request.hpp"

namespace okienko::server {

/// A part of an open file: `length` bytes from `offset`.
struct FileSlice {
    std::shared_ptr<const OpenFile> file;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// What a visitor gets. Whoever sends it adds the length and the security headers, and leaves the
/// body out for HEAD.
struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::variant<std::string, FileSlice> body;

    /// The first value of a field; empty when there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// A page that nobody keeps a copy of: it holds what a visitor typed.
Response private_page(int status, std::string html);

/// 303: the browser asks for that address next, so that loading again sends nothing again.
Response see_other(std::string location);

/// A text of nothing but the status ("405"): for answers no person should ever meet. Words for
/// people live in the theme.
Response bare_response(int status);

}  // namespace okienko::server
