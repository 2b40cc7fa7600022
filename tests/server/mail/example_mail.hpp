#pragma once

#include <string>
#include <string_view>

#include "server/mail/mail.hpp"

namespace okienko::server {

inline MailAddress address(std::string_view text) {
    return MailAddress::parse(text).value();
}

/// A confirmation with Polish letters wherever there can be some.
inline Mail example_mail(std::string_view id = "0b0e4a0c-6b0e-4f0a-9a57-1f2d3c4b5a69") {
    using namespace std::chrono;
    return {.id = MailId::parse(id).value(),
            .date = sys_days{2026y / November / 28} + 8h + 30min,
            .sender = {.from = {"Centrum Usług Społecznych w Przykładowie",
                                address("kontakt@cus.przykladowo.example")},
                       .reply_to = address("koordynator@cus.przykladowo.example")},
            .recipient = {"Świętosława Żółć", address("swieta@poczta.example")},
            .language = language::Language::Polish,
            .subject = "Dostaliśmy Twoją wiadomość",
            .text = "Dzień dobry!\n\nOdpowiemy w ciągu 3 dni.\n",
            .html = "<!doctype html>\n<html lang=\"pl\"><p>Dzień dobry!</p></html>\n",
            .unsubscribe = {}};
}

}  // namespace okienko::server
