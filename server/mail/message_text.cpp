#include "server/mail/message_text.hpp"

#include "server/header_values.hpp"
#include "server/mail/header_fields.hpp"
#include "server/mail/quoted_printable.hpp"

namespace okienko::server {
namespace {

/// Never stands in a part: in quoted-printable only two digits or a line end follow "=".
constexpr std::string_view kBoundary = "=_okienko";

/// "Sat, 28 Nov 2026 08:30:00 +0000": the date of HTTP, whose "GMT" is out of use in mail.
std::string mail_date(std::chrono::sys_seconds moment) {
    auto date = http_date(moment.time_since_epoch().count());
    date.replace(date.rfind("GMT"), 3, "+0000");
    return date;
}

std::string part(std::string_view type, std::string_view content) {
    return plain_field("Content-Type", std::string{type} + "; charset=utf-8") +
           plain_field("Content-Transfer-Encoding", "quoted-printable") + "\r\n" +
           quoted_printable(content) + "\r\n";
}

std::string body(const Mail& mail) {
    if (mail.html.empty()) return part("text/plain", mail.text);
    const auto delimiter = "--" + std::string{kBoundary};
    return plain_field("Content-Type",
                       "multipart/alternative; boundary=\"" + std::string{kBoundary} + "\"") +
           "\r\n" + delimiter + "\r\n" + part("text/plain", mail.text) + delimiter + "\r\n" +
           part("text/html", mail.html) + delimiter + "--\r\n";
}

/// RFC 8058: the address alone is not enough, programs look for the second field.
std::string unsubscribe_fields(const UnsubscribeAddress& address) {
    return plain_field("List-Unsubscribe", "<" + address.text() + ">") +
           plain_field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
}

}  // namespace

std::string message_text(const Mail& mail) {
    const auto& from = mail.sender.from;
    const auto id = mail.id.text() + "@" + std::string{domain_of(from.address)};
    auto message = plain_field("Date", mail_date(mail.date)) +
                   mailbox_field("From", from.name, from.address) +
                   mailbox_field("To", mail.recipient.name, mail.recipient.address);
    if (mail.sender.reply_to) message += mailbox_field("Reply-To", "", *mail.sender.reply_to);
    message += text_field("Subject", mail.subject) + plain_field("Message-ID", "<" + id + ">") +
               // RFC 3834: holiday notes and other answering machines leave it alone.
               plain_field("Auto-Submitted", "auto-generated") +
               plain_field("Content-Language", language::code(mail.language));
    if (mail.unsubscribe) message += unsubscribe_fields(*mail.unsubscribe);
    return message + plain_field("MIME-Version", "1.0") + body(mail);
}

}  // namespace okienko::server
