#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "generator/settings.hpp"
#include "server/mail/mail_sender.hpp"

namespace okienko::server {

struct SmtpOptions {
    generator::SmtpSettings server;
    std::string password = {};
    std::string ca_file = {};  ///< Whom to trust (PEM); empty: whom the system trusts.
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds send_timeout{60'000};  ///< Of a whole mail, connecting included.
};

/// Hands mails to a mail server (RFC 5321). Without encryption that the server proves itself in,
/// nothing is sent, unless the settings say so. The connection stays open for the next mail.
class SmtpSender : public MailSender {
  public:
    explicit SmtpSender(SmtpOptions options);
    ~SmtpSender() override;

    /// Refused only when the server permanently (5xx) refuses this recipient or this message. A
    /// refusal of us, such as a wrong password, is TryLater: it would hit every mail, and somebody
    /// can mend it. After a lost connection a mail may arrive twice, with one Message-ID.
    SendResult send(const Mail& mail) override;

    void stop() override;

  private:
    class Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace okienko::server
