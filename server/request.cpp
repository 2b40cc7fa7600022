#include "server/request.hpp"

#include <algorithm>

namespace okienko::server {
namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

bool same_field_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char left, char right) {
        return lower(left) == lower(right);
    });
}

std::string Request::header(std::string_view name) const {
    std::string joined;
    bool first = true;
    for (const auto& field : headers) {
        if (!same_field_name(field.name, name)) continue;
        if (!first) joined += ", ";
        joined += field.value;
        first = false;
    }
    return joined;
}

}  // namespace okienko::server
