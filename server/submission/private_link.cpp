#include "server/submission/private_link.hpp"

#include <algorithm>

#include "server/secrets.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kTokenLetters = 43;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

}  // namespace

std::string new_link_token() {
    return random_text(kTokenBytes);
}

bool is_link_token(std::string_view text) {
    return text.size() == kTokenLetters && std::ranges::all_of(text, is_letter);
}

std::string link_hash(std::string_view token) {
    return one_way_hash(token);
}

}  // namespace okienko::server
