#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "generator/settings.hpp"
#include "language/language.hpp"
#include "server/mail/checked_text.hpp"
#include "server/mail/mail_address.hpp"

namespace okienko::server {

struct Mailbox {
    std::string name;  ///< As a person writes it; may be empty.
    MailAddress address;

    friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

/// Who writes: the same for every mail of a centre.
struct Sender {
    Mailbox from;
    std::optional<MailAddress> reply_to;

    friend bool operator==(const Sender&, const Sender&) = default;
};

Sender sender_of(const generator::MailSettings& settings);

/// 1 to 64 letters, digits and hyphens, such as a UUID: good for Message-ID and for a file's name.
bool is_mail_id(std::string_view text);
using MailId = CheckedText<is_mail_id>;

/// https, printable ASCII: what List-Unsubscribe may hold, and what RFC 8058 asks for.
bool is_unsubscribe_address(std::string_view text);
using UnsubscribeAddress = CheckedText<is_unsubscribe_address>;

/// One mail to one person. Two mails with the same id are the same mail, sent again; a mailbox that
/// got both shows one.
struct Mail {
    MailId id;
    std::chrono::sys_seconds date;
    Sender sender;
    Mailbox recipient;
    language::Language language = language::Language::Polish;
    std::string subject;
    std::string text;
    std::string html;  ///< The same for programs that show HTML; empty: the text alone.
    /// One click there (a POST) ends mails of this kind. Notifications have it; confirmations,
    /// which somebody asked for by sending a form, do not.
    std::optional<UnsubscribeAddress> unsubscribe;

    friend bool operator==(const Mail&, const Mail&) = default;
};

}  // namespace okienko::server
