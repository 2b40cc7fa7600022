#pragma once

#include <memory>
#include <string>

#include "generator/instance.hpp"
#include "generator/settings.hpp"
#include "server/mail/mail.hpp"

namespace okienko::server {

/// What became of a mail. Refused: trying again is no use, somebody must look at it.
enum class Delivery { Sent, TryLater, Refused };

struct SendResult {
    Delivery delivery = Delivery::Sent;
    /// Polish, for the log and for the office. Holds nothing about the person: no address, and of
    /// what a mail server says its numbers only. Empty when there is nothing to say.
    std::string remark;
};

/// Takes mails out of the house. `send` belongs to one thread and may last as long as a mail server
/// is slow; never call it while a visitor waits.
class MailSender {
  public:
    MailSender() = default;
    MailSender(const MailSender&) = delete;
    MailSender& operator=(const MailSender&) = delete;
    virtual ~MailSender() = default;

    virtual SendResult send(const Mail& mail) = 0;

    /// From any thread: a `send` under way answers TryLater within about a second, and so does
    /// every later one.
    virtual void stop() = 0;
};

/// The sender that the settings ask for: a mail server, or without one the folder outbox/. Throws
/// generator::FileError when the file with the password cannot be read or others can read it, too.
std::unique_ptr<MailSender> make_mail_sender(const generator::MailSettings& settings,
                                             const generator::Instance& instance);

}  // namespace okienko::server
