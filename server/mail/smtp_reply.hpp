#pragma once

#include <string>
#include <string_view>

namespace okienko::server {

/// What may be repeated of a mail server's reply. Its words often hold the recipient's address.
struct SmtpReply {
    int code = 0;  ///< 250, 550; 0 when it is no reply.
    std::string
        numbers;  ///< "550", with the enhanced code (RFC 3463) where there is one: "550 5.1.1".

    friend bool operator==(const SmtpReply&, const SmtpReply&) = default;
};

/// Reads "550 5.1.1 <jan@example>: no such user", or a line before the last: "550-5.1.1 …".
SmtpReply smtp_reply(std::string_view line);

}  // namespace okienko::server
