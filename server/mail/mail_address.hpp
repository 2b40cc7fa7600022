#pragma once

#include <string_view>

#include "model/identifiers.hpp"
#include "server/mail/checked_text.hpp"

namespace okienko::server {

/// An address that we send to or from. What has this type can neither end a header field nor a
/// command to the mail server: libcurl would send a line break within an address as it is.
using MailAddress = CheckedText<model::is_email>;

/// "cus.example" of "kontakt@cus.example".
std::string_view domain_of(const MailAddress& address);

}  // namespace okienko::server
