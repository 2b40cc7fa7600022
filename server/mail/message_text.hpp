#pragma once

#include <string>

#include "server/mail/mail.hpp"

namespace okienko::server {

/// The mail as it travels (RFC 5322): ASCII, lines of at most 76 characters (but for long
/// addresses) that end with CRLF, the text and its HTML as multipart/alternative. The same mail
/// always has the same bytes. Line ends of the texts may be of any kind.
std::string message_text(const Mail& mail);

}  // namespace okienko::server
