#include "server/mail/mail.hpp"

#include <algorithm>

#include "model/identifiers.hpp"

namespace okienko::server {

Sender sender_of(const generator::MailSettings& settings) {
    // The settings were checked when they were read, so value() never throws.
    return {.from = {settings.from_name, MailAddress::parse(settings.from_address).value()},
            .reply_to = MailAddress::parse(settings.reply_to)};
}

bool is_mail_id(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

bool is_unsubscribe_address(std::string_view text) {
    return text.starts_with("https://") && model::is_web_address(text) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace okienko::server
