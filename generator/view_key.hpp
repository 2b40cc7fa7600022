#pragma once

#include <cstdint>
#include <string_view>

#include "language/fnv_hash.hpp"

namespace okienko::generator {

/// The name of a value in views and templates, as a number: names are compared millions of times.
using ViewKey = std::uint64_t;

constexpr ViewKey view_key(std::string_view name) {
    return language::fnv_hash(name);
}

/// The key of a name in two parts: "has_" and "menu".
constexpr ViewKey view_key(std::string_view first, std::string_view second) {
    return language::fnv_hash(second, language::fnv_hash(first));
}

/// A name as the program writes it, "page_title": the compiler makes a key of it.
class ViewName {
  public:
    consteval ViewName(const char* name) : key_(view_key(name)) {}  // NOLINT: names are written so.
    constexpr explicit ViewName(ViewKey key) : key_(key) {}

    [[nodiscard]] constexpr ViewKey key() const { return key_; }

  private:
    ViewKey key_;
};

/// The name of finished HTML, "page_data_html"; with another ending it does not compile.
class HtmlName {
  public:
    consteval HtmlName(const char* name) : name_(name) {  // NOLINT: names are written so.
        if (!std::string_view{name}.ends_with("_html")) throw "the key of HTML ends in _html";
    }

    [[nodiscard]] constexpr ViewName name() const { return name_; }

  private:
    ViewName name_;
};

/// The name of a list, "menu", and of the flag "has_menu" beside it.
class ListName {
  public:
    consteval ListName(const char* name)  // NOLINT: names are written so.
        : name_(name), flag_(view_key("has_", name)) {}

    [[nodiscard]] constexpr ViewName name() const { return name_; }
    [[nodiscard]] constexpr ViewName flag() const { return flag_; }

  private:
    ViewName name_;
    ViewName flag_;
};

}  // namespace okienko::generator
