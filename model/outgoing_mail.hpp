#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace okienko::model {

/// What the office writes to somebody about a case.
struct OutgoingMail {
    std::string recipient;  ///< An e-mail address.
    std::string language;   ///< Of its words (ISO 639-1).
    std::string subject;
    std::string text;
    std::string html;  ///< The same; may be empty.
    bool operator==(const OutgoingMail&) const = default;
};

/// One that waits to be sent.
struct QueuedMail {
    std::string id;  ///< Of its Message-ID.
    std::string case_number;
    OutgoingMail mail;
    std::chrono::sys_seconds created_at{};
    std::optional<std::chrono::sys_seconds> next_try_at = {};  ///< Nothing: it cannot be sent.
    int tries = 0;
    std::string remark = {};  ///< What the mail server said the last time.
    bool operator==(const QueuedMail&) const = default;
};

}  // namespace okienko::model
