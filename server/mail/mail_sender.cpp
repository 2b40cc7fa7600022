#include "server/mail/mail_sender.hpp"

#include "server/mail/eml_folder.hpp"
#include "server/mail/password_file.hpp"
#include "server/mail/smtp_sender.hpp"

namespace okienko::server {

std::unique_ptr<MailSender> make_mail_sender(const generator::MailSettings& settings,
                                             const generator::Instance& instance) {
    if (!settings.smtp) return std::make_unique<EmlFolder>(instance.outbox());
    SmtpOptions options{.server = *settings.smtp};
    if (!settings.smtp->password_file.empty()) {
        options.password = read_password(instance.root / settings.smtp->password_file);
    }
    return std::make_unique<SmtpSender>(std::move(options));
}

}  // namespace okienko::server
