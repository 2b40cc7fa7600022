#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/request.hpp"

namespace okienko::server {

/// The fields of a form as a browser sends them (application/x-www-form-urlencoded, WHATWG URL
/// standard section 5).
class FormFields {
  public:
    /// Nothing when the text cannot come from a form of ours: a "%" without its digits, too many
    /// fields, a name that is there twice, bytes that are not UTF-8.
    static std::optional<FormFields> read(std::string_view encoded, std::size_t most = 200);

    /// What a person typed, composed (NFC): line ends are LF, spaces around it are gone, and so are
    /// controls and invisible characters (language::is_invisible). Empty when the field is not
    /// there.
    [[nodiscard]] std::string text(std::string_view name) const;

    /// The same in one line.
    [[nodiscard]] std::string line(std::string_view name) const;

    /// As it was sent.
    [[nodiscard]] std::string raw(std::string_view name) const;

    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

  private:
    [[nodiscard]] const std::string* find(std::string_view name) const;

    std::map<std::string, std::string, std::less<>> fields_;
};

/// The line that stands for `name` in a request's query; empty when there is none, or when the
/// query cannot come from a page of ours.
std::string query_value(const Request& request, std::string_view name);

}  // namespace okienko::server
