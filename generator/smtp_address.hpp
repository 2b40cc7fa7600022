#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/settings.hpp"

namespace okienko::generator {

struct SmtpAddress {
    std::string host;  ///< "poczta.gmina.pl", "192.0.2.1", "[::1]".
    std::optional<int> port;
};

/// "smtp://poczta.gmina.pl:587", with or without the port; nothing more may follow.
std::optional<SmtpAddress> parse_smtp_address(std::string_view text);

/// Whether mail to this host stays on this machine.
bool is_this_machine(std::string_view host);

/// Where servers take mail from programs: 587, 465 with TLS, 25 without encryption.
int usual_port(MailSecurity security);

}  // namespace okienko::generator
