#include "generator/content_hash.hpp"

#include <array>
#include <cstdio>

#include "generator/incremental/fingerprint.hpp"

namespace okienko::generator {

std::string content_hash(std::string_view bytes) {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(),
                  digits.size(),
                  "%016llx",
                  static_cast<unsigned long long>(fingerprint_of_bytes(bytes)));
    return digits.data();
}

std::string hashed_name(std::string_view name, std::string_view bytes) {
    auto dot = name.rfind('.');
    if (dot == std::string_view::npos) dot = name.size();
    return std::string{name.substr(0, dot)} + "." + content_hash(bytes) +
           std::string{name.substr(dot)};
}

}  // namespace okienko::generator
