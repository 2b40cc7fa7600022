#include "server/forms/message_tray.hpp"

#include "language/local_time.hpp"
#include "server/forms/confirmation_mail.hpp"

namespace okienko::server {

db::Office::Receipt MessageTray::put(const generator::LiveSite& live,
                                     language::Language language,
                                     model::Message message,
                                     const FormGate::Ticket& ticket) const {
    const auto& settings = live.site().settings();
    auto today = language::local_time(ticket.at, settings.site.time_zone).date;
    auto purge_on = std::chrono::sys_days{today} + std::chrono::days{settings.forms.message_days};
    message.language = code(language);
    db::Office::Arrival arrival{
        .form_id = ticket.form_id, .at = ticket.at, .purge_on = model::Date{purge_on}};
    if (!message.email.empty()) {
        arrival.confirmation = [&](const std::string& number) {
            return confirmation_mail(live, message, number);
        };
    }
    auto receipt = office_.receive(message, arrival);
    if (arrival.confirmation && !receipt.had_before) mail_waits_();
    return receipt;
}

}  // namespace okienko::server
