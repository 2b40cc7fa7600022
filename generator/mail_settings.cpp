#include "generator/mail_settings.hpp"

#include "generator/smtp_address.hpp"

namespace okienko::generator {
namespace {

using model::Node;

void check_login(const Node& node, SettingsProblems& problems) {
    const Node* user = node.find("user");
    const Node* password = node.find("password_file");
    if (user && !password) {
        problems.report(*user, "użytkownik bez hasła", "dopisz password_file, plik z hasłem");
    } else if (password && !user) {
        problems.report(*password, "hasło bez użytkownika", "dopisz user");
    }
}

void report_without_server(const Node& node, SettingsProblems& problems) {
    for (const auto* key : {"security", "user", "password_file"}) {
        if (const Node* value = node.find(key)) {
            problems.report(*value,
                            "nie wiadomo, jakiego serwera poczty to dotyczy",
                            "dopisz smtp, np. \"smtp://poczta.gmina.pl:587\"");
        }
    }
}

std::optional<SmtpSettings> read_smtp(const Node& node, SettingsProblems& problems) {
    const Node* address = node.find("smtp");
    if (!address) {
        report_without_server(node, problems);
        return std::nullopt;
    }
    auto parsed = parse_smtp_address(*address->as<std::string>());
    if (!parsed) {
        problems.report(*address,
                        "to nie jest adres serwera poczty",
                        "np. \"smtp://poczta.gmina.pl:587\"; szyfrowanie wybiera pole security");
        return std::nullopt;
    }
    auto security = node.choice<MailSecurity>("security").value_or(MailSecurity::StartTls);
    if (security == MailSecurity::None && !is_this_machine(parsed->host)) {
        problems.report(*node.find("security"),
                        "bez szyfrowania wolno wysyłać tylko przez serwer na tym samym komputerze",
                        "wpisz \"starttls\" albo \"tls\"");
    }
    check_login(node, problems);
    return SmtpSettings{.host = parsed->host,
                        .port = parsed->port.value_or(usual_port(security)),
                        .security = security,
                        .user = node.text("user"),
                        .password_file = node.text("password_file")};
}

}  // namespace

MailSettings read_mail_settings(const Node& node, SettingsProblems& problems) {
    return {.from_name = node.text("from_name"),
            .from_address = node.text("from_address"),
            .reply_to = node.text("reply_to"),
            .smtp = read_smtp(node, problems)};
}

}  // namespace okienko::generator
