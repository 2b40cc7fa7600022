#include <gtest/gtest.h>

#include "db/toml_reader.hpp"
#include "generator/file_tree.hpp"
#include "generator/settings.hpp"
#include "generator/smtp_address.hpp"

namespace okienko::generator {
namespace {

/// The demo centre's settings with these in [mail].
model::Checked<Settings, model::Problem> with_mail(const std::string& mail) {
    auto text = read_file(OKIENKO_SOURCE_DIR "/okienko.toml") + "\n[mail]\n" + mail;
    return read_settings(db::read_toml("okienko.toml", std::move(text)).value());
}

/// "message (remedy)" of each problem.
std::vector<std::string> complaints(const std::string& mail) {
    auto settings = with_mail(mail);
    std::vector<std::string> texts;
    if (settings.ok()) return texts;
    for (const auto& problem : settings.problems()) texts.push_back(problem.message);
    return texts;
}

TEST(MailSettings, AreTheCentresOwnNameAndAddressUnlessSet) {
    auto settings = with_mail("").value();
    EXPECT_EQ(settings.mail.from_name, settings.centre.name);
    EXPECT_EQ(settings.mail.from_address, settings.contact.email);
    EXPECT_EQ(settings.mail.reply_to, "");
    EXPECT_FALSE(settings.mail.smtp);
}

TEST(MailSettings, NameSenderAndServer) {
    auto mail = with_mail(R"(from_name = "CUS"
from_address = "a@cus.example"
reply_to = "b@cus.example"
smtp = "smtp://poczta.cus.example:2525"
security = "tls"
user = "okienko"
password_file = "haslo")")
                    .value()
                    .mail;
    EXPECT_EQ(mail.from_name, "CUS");
    EXPECT_EQ(mail.from_address, "a@cus.example");
    EXPECT_EQ(mail.reply_to, "b@cus.example");
    ASSERT_TRUE(mail.smtp);
    EXPECT_EQ(mail.smtp->host, "poczta.cus.example");
    EXPECT_EQ(mail.smtp->port, 2525);
    EXPECT_EQ(mail.smtp->security, MailSecurity::Tls);
    EXPECT_EQ(mail.smtp->user, "okienko");
    EXPECT_EQ(mail.smtp->password_file, "haslo");
}

TEST(MailSettings, EncryptUnlessToldOtherwise) {
    auto smtp = with_mail("smtp = \"smtp://poczta.cus.example\"").value().mail.smtp.value();
    EXPECT_EQ(smtp.security, MailSecurity::StartTls);
    EXPECT_EQ(smtp.port, 587);
}

TEST(MailSettings, GoUnencryptedOnThisMachineOnly) {
    for (const auto* host : {"localhost", "127.0.0.1", "[::1]"}) {
        auto mail = "smtp = \"smtp://" + std::string{host} + "\"\nsecurity = \"none\"";
        EXPECT_EQ(with_mail(mail).value().mail.smtp->port, 25) << host;
    }
    for (const auto* host :
         {"poczta.cus.example", "127.cus.example", "localhost.example", "10.0.0.1"}) {
        EXPECT_EQ(
            complaints("smtp = \"smtp://" + std::string{host} + "\"\nsecurity = \"none\""),
            std::vector<std::string>{"bez szyfrowania wolno wysyłać tylko przez serwer na tym "
                                     "samym komputerze"})
            << host;
    }
}

TEST(MailSettings, TellWhatIsMissing) {
    const std::string smtp = "smtp = \"smtp://poczta.cus.example\"\n";
    EXPECT_EQ(complaints(smtp + "user = \"a\""), std::vector<std::string>{"użytkownik bez hasła"});
    EXPECT_EQ(complaints(smtp + "password_file = \"a\""),
              std::vector<std::string>{"hasło bez użytkownika"});
    EXPECT_EQ(complaints("user = \"a\"\nsecurity = \"tls\"").size(), 2U);
}

TEST(SmtpAddress, IsAHostAndAPortAndNothingElse) {
    EXPECT_EQ(parse_smtp_address("smtp://poczta:25")->host, "poczta");
    EXPECT_EQ(parse_smtp_address("smtp://[::1]:2525")->port, 2525);
    EXPECT_EQ(parse_smtp_address("smtp://192.0.2.1")->port, std::nullopt);
    for (const auto* bad : {"poczta.pl",
                            "smtps://poczta.pl",
                            "http://poczta.pl",
                            "smtp://",
                            "smtp://:25",
                            "smtp://poczta.pl:",
                            "smtp://poczta.pl:0",
                            "smtp://poczta.pl:65536",
                            "smtp://poczta.pl:25/x",
                            "smtp://a:b@poczta.pl",
                            "smtp://poczta pl",
                            "smtp://poczta.pl\r\n",
                            "smtp://[::1",
                            "smtp://[::1]x",
                            "smtp://-a.pl",
                            "smtp://a..pl"}) {
        EXPECT_FALSE(parse_smtp_address(bad)) << bad;
    }
}

}  // namespace
}  // namespace okienko::generator
