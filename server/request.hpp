#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace okienko::server {

/// One field of a request's or an answer's head: {"Content-Type", "text/html; charset=utf-8"}.
struct Header {
    std::string name;
    std::string value;

    bool operator==(const Header&) const = default;
};

/// What a visitor asks for, already checked for form (request_head.hpp).
struct Request {
    std::string method = "GET";
    std::string path = "/";  ///< Percent-decoded; begins with "/"; may hold any byte but NUL.
    std::string query = {};  ///< What follows "?", as it was sent; without the "?".
    std::vector<Header> headers = {};
    std::string body = {};
    /// The visitor's address, to count requests by and for nothing else: it is neither logged nor
    /// stored. Of an IPv6 address the network (/64) that one household has.
    std::string client = {};

    /// The field's value, whatever the case of its name; several become one list ("a, b") as
    /// RFC 9110 §5.3 allows. Empty when there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// Whether two names of header fields are the same; only ASCII letters have case (RFC 9110 §5.1).
bool same_field_name(std::string_view a, std::string_view b);

}  // namespace okienko::server
