#include "server/mail/mail_address.hpp"

namespace okienko::server {

std::string_view domain_of(const MailAddress& address) {
    const std::string_view text = address.text();
    return text.substr(text.rfind('@') + 1);
}

}  // namespace okienko::server
