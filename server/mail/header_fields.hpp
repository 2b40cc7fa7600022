#pragma once

#include <string>
#include <string_view>

#include "server/mail/mail_address.hpp"

/// Header fields of a mail with their line ends: ASCII, folded at 76 characters; other letters are
/// encoded words (RFC 2047).
namespace okienko::server {

/// A value that is right as it stands: ASCII on one line.
std::string plain_field(std::string_view name, std::string_view value);

/// Any text, typed by anybody. Line breaks, control characters and marks that turn the direction of
/// writing become spaces, so it can neither begin another field nor look like another text.
std::string text_field(std::string_view name, std::string_view text);

/// "From: =?UTF-8?Q?Centrum_Us=C5=82ug?= <kontakt@cus.example>"; without a name the address alone.
std::string mailbox_field(std::string_view field,
                          std::string_view name,
                          const MailAddress& address);

}  // namespace okienko::server
