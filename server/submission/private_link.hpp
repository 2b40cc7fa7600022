#pragma once

#include <string>
#include <string_view>

/// The way to a submission without an account: an address that nobody can guess.
namespace okienko::server {

/// 256 random bits in the letters that an address may have (RFC 4648 section 5). Throws
/// std::runtime_error when the machine has no randomness.
std::string new_link_token();

/// Whether a text can be such a token at all.
bool is_link_token(std::string_view text);

/// What is stored of it: BLAKE2b of its letters, in hexadecimal digits.
std::string link_hash(std::string_view token);

}  // namespace okienko::server
