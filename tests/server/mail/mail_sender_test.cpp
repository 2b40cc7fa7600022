#include "server/mail/mail_sender.hpp"

#include <gtest/gtest.h>

#include "generator/file_tree.hpp"
#include "server/mail/password_file.hpp"
#include "server/mail/smtp_reply.hpp"
#include "tests/server/mail/example_mail.hpp"
#include "tests/server/mail/smtp_server.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

namespace fs = std::filesystem;
using generator::FileError;
using generator::MailSettings;
using tests::TemporaryFolder;

MailSettings through(int port) {
    MailSettings settings;
    settings.smtp = {.host = "127.0.0.1",
                     .port = port,
                     .security = generator::MailSecurity::None,
                     .user = "",
                     .password_file = ""};
    return settings;
}

TEST(MailSender, WritesToTheOutboxWithoutAMailServer) {
    const TemporaryFolder centre;
    const auto sender = make_mail_sender({}, {.root = centre.path(), .share = {}});
    EXPECT_EQ(sender->send(example_mail("a")).delivery, Delivery::Sent);
    EXPECT_TRUE(fs::exists(centre / "outbox/2026-11-28-a.eml"));
}

TEST(MailSender, UsesTheMailServerOfTheSettings) {
    const TemporaryFolder centre;
    const SmtpServer server("plain");
    const auto sender =
        make_mail_sender(through(server.port()), {.root = centre.path(), .share = {}});
    EXPECT_EQ(sender->send(example_mail()).delivery, Delivery::Sent);
    EXPECT_NE(server.file("1.eml"), "");
    EXPECT_FALSE(fs::exists(centre / "outbox"));
}

TEST(MailSender, IsNotMadeWithoutItsPassword) {
    const TemporaryFolder centre;
    auto settings = through(25);
    settings.smtp->user = "okienko";
    settings.smtp->password_file = "haslo-poczty";
    EXPECT_THROW(make_mail_sender(settings, {.root = centre.path(), .share = {}}), FileError);
}

TEST(SenderOf, TakesNameAndAddressesFromTheSettings) {
    MailSettings settings{.from_name = "CUS",
                          .from_address = "kontakt@cus.example",
                          .reply_to = "",
                          .smtp = std::nullopt};
    EXPECT_EQ(sender_of(settings), (Sender{{"CUS", address("kontakt@cus.example")}, {}}));
    settings.reply_to = "koordynator@cus.example";
    EXPECT_EQ(sender_of(settings).reply_to, address("koordynator@cus.example"));
}

TEST(PasswordFile, IsOneLineThatItsOwnerAloneCanRead) {
    const TemporaryFolder folder;
    const auto path = folder / "haslo";
    generator::write_file(path, "zażółć gęślą\r\n");
    fs::permissions(path, fs::perms::owner_read);
    EXPECT_EQ(read_password(path), "zażółć gęślą");

    for (auto others : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
        fs::permissions(path, fs::perms::owner_read | others);
        try {
            read_password(path);
            FAIL() << "read it";
        } catch (const FileError& error) {
            EXPECT_NE(std::string{error.what()}.find("chmod 600"), std::string::npos);
            EXPECT_EQ(std::string{error.what()}.find("gęślą"), std::string::npos);
        }
    }
}

TEST(PasswordFile, RefusesWhatIsNoPassword) {
    const TemporaryFolder folder;
    const auto path = folder / "haslo";
    for (const auto& text :
         {std::string{}, std::string{"\n"}, std::string{"dwa\nwiersze\n"}, std::string(600, 'a')}) {
        generator::write_file(path, text);
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
        EXPECT_THROW(read_password(path), FileError) << text.substr(0, 20);
    }
    EXPECT_THROW(read_password(folder.path()), FileError);
    EXPECT_THROW(read_password(folder / "nie-ma"), FileError);
}

TEST(SmtpReply, KeepsNumbersAndNoWords) {
    EXPECT_EQ(smtp_reply("550 5.1.1 <jan@example>: no\r\n"), (SmtpReply{550, "550 5.1.1"}));
    EXPECT_EQ(smtp_reply("550-5.1.1 a"), (SmtpReply{550, "550 5.1.1"}));
    EXPECT_EQ(smtp_reply("250"), (SmtpReply{250, "250"}));
    EXPECT_EQ(smtp_reply("450 jan@example"), (SmtpReply{450, "450"}));
    EXPECT_EQ(smtp_reply("550 5.1"), (SmtpReply{550, "550"}));
    EXPECT_EQ(smtp_reply("550 5.1234.1 a"), (SmtpReply{550, "550"}));
    EXPECT_EQ(smtp_reply("550 4.1.1 a"), (SmtpReply{550, "550"}));
    EXPECT_EQ(smtp_reply("Jan"), SmtpReply{});
    EXPECT_EQ(smtp_reply(""), SmtpReply{});
}

}  // namespace
}  // namespace okienko::server
