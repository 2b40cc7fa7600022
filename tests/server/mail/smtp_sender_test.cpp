#include "server/mail/smtp_sender.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "server/mail/message_text.hpp"
#include "tests/server/mail/example_mail.hpp"
#include "tests/server/mail/scripted_smtp_server.hpp"
#include "tests/server/mail/smtp_server.hpp"

namespace okienko::server {
namespace {

using namespace std::chrono_literals;
using generator::MailSecurity;
using std::chrono::steady_clock;
using Answers = ScriptedSmtpServer::Answers;

SmtpOptions options_for(int port, MailSecurity security = MailSecurity::None) {
    return {.server = {.host = "127.0.0.1",
                       .port = port,
                       .security = security,
                       .user = "",
                       .password_file = ""},
            .connect_timeout = 2000ms,
            .send_timeout = 5000ms};
}

SmtpOptions logging_in(const SmtpServer& server, MailSecurity security) {
    auto options = options_for(server.port(), security);
    options.server.user = "okienko";
    options.password = "zażółć";
    options.ca_file = server.certificate();
    return options;
}

TEST(SmtpSender, DeliversTheVeryBytesOfTheMessage) {
    const SmtpServer server("plain");
    SmtpSender sender(options_for(server.port()));
    auto mail = example_mail();
    mail.text = ".\n..\n.kropka\n" + std::string(100'000, 'x') + "\n.\nKoniec";
    const auto result = sender.send(mail);
    EXPECT_EQ(result.delivery, Delivery::Sent) << result.remark;
    EXPECT_EQ(server.file("1.eml"), message_text(mail));
    EXPECT_EQ(server.file("1.envelope"),
              "cus.przykladowo.example\nkontakt@cus.przykladowo.example\nswieta@poczta.example");
}

TEST(SmtpSender, KeepsItsConnectionForTheNextMail) {
    const SmtpServer server("plain");
    SmtpSender sender(options_for(server.port()));
    for (const auto* id : {"1", "2", "3"}) {
        EXPECT_EQ(sender.send(example_mail(id)).delivery, Delivery::Sent);
    }
    EXPECT_EQ(server.file("3.eml"), message_text(example_mail("3")));
    EXPECT_EQ(server.file("connections"), "1");
}

class EncryptedSmtpTest : public testing::TestWithParam<MailSecurity> {
  protected:
    SmtpServer server{GetParam() == MailSecurity::Tls ? "tls" : "starttls"};
    SmtpOptions options = logging_in(server, GetParam());

    /// What becomes of a mail, which must not have left the house when it is not Sent.
    SendResult send() {
        SmtpSender sender(options);
        auto result = sender.send(example_mail());
        EXPECT_EQ(server.file("1.eml").empty(), result.delivery != Delivery::Sent);
        return result;
    }
};

TEST_P(EncryptedSmtpTest, SendsAfterLoggingIn) {
    const auto result = send();
    EXPECT_EQ(result.delivery, Delivery::Sent) << result.remark;
}

TEST_P(EncryptedSmtpTest, TellsNothingToAServerThatNobodyVouchesFor) {
    options.ca_file = "";
    const auto result = send();
    EXPECT_EQ(result.delivery, Delivery::TryLater);
    EXPECT_TRUE(result.remark.starts_with("nie można bezpiecznie połączyć się")) << result.remark;
}

TEST_P(EncryptedSmtpTest, ExpectsTheNameInTheCertificate) {
    options.server.host = "localhost";
    EXPECT_EQ(send().delivery, Delivery::TryLater);
}

TEST_P(EncryptedSmtpTest, WrongPasswordIsNoFaultOfTheMail) {
    options.password = "inne";
    const auto result = send();
    EXPECT_EQ(result.delivery, Delivery::TryLater);
    EXPECT_EQ(result.remark, "serwer poczty nie przyjął użytkownika i hasła: 535 5.7.8");
}

INSTANTIATE_TEST_SUITE_P(Smtp,
                         EncryptedSmtpTest,
                         testing::Values(MailSecurity::StartTls, MailSecurity::Tls),
                         [](const auto& each) {
                             return each.param == MailSecurity::Tls ? "Tls" : "StartTls";
                         });

TEST(SmtpSender, SendsNothingInTheClearToAServerWithoutStartTls) {
    const SmtpServer server("plain");
    SmtpSender sender(options_for(server.port(), MailSecurity::StartTls));
    const auto result = sender.send(example_mail());
    EXPECT_EQ(result.delivery, Delivery::TryLater);
    EXPECT_TRUE(result.remark.starts_with("nie można bezpiecznie połączyć się")) << result.remark;
    EXPECT_EQ(server.file("1.eml"), "");
}

/// What a server says, and what becomes of the mail.
struct BadDay {
    std::string name;
    Answers answers;
    Delivery delivery;
    std::string remark;
};

class SmtpBadDayTest : public testing::TestWithParam<BadDay> {};

TEST_P(SmtpBadDayTest, IsAnAnswerWithoutPersonalData) {
    const ScriptedSmtpServer server(GetParam().answers);
    auto options = options_for(server.port());
    options.send_timeout = 500ms;
    SmtpSender sender(options);
    const auto result = sender.send(example_mail());
    EXPECT_EQ(result.delivery, GetParam().delivery) << result.remark;
    EXPECT_EQ(result.remark, GetParam().remark);
}

constexpr auto kLater = "serwer poczty każe spróbować później: ";
constexpr auto kRefused = "serwer poczty odrzucił wiadomość: ";
constexpr auto kUnwanted = "serwer poczty nie przyjmuje od nas wiadomości: ";
constexpr auto kLost = "nie można połączyć się z serwerem poczty: ";
const std::string kTooSlow = std::string{kLost} + "Timeout was reached";

INSTANTIATE_TEST_SUITE_P(
    Smtp,
    SmtpBadDayTest,
    testing::Values(
        BadDay{"BusyRecipient",
               {{"RCPT", "450 4.2.1 <swieta@poczta.example> is busy"}},
               Delivery::TryLater,
               std::string{kLater} + "450 4.2.1"},
        BadDay{"UnknownRecipient",
               {{"RCPT", "550-5.1.1 <swieta@poczta.example>\r\n550 5.1.1 no such user"}},
               Delivery::Refused,
               std::string{kRefused} + "550 5.1.1"},
        BadDay{"RefusedMessage",
               {{".", "554 swieta@poczta.example wants no spam"}},
               Delivery::Refused,
               std::string{kRefused} + "554"},
        BadDay{"RefusedData",
               {{"DATA", "554 5.5.1 no"}},
               Delivery::Refused,
               std::string{kRefused} + "554 5.5.1"},
        BadDay{"FullDisk",
               {{".", "452 4.3.1 no room"}},
               Delivery::TryLater,
               std::string{kLater} + "452 4.3.1"},
        BadDay{"RefusedSender",
               {{"MAIL", "550 5.7.1 who are you"}},
               Delivery::TryLater,
               std::string{kUnwanted} + "550 5.7.1"},
        BadDay{"RefusedHouse",
               {{"CONNECT", "554 no service"}},
               Delivery::TryLater,
               std::string{kUnwanted} + "554"},
        BadDay{"SilentGreeting", {{"CONNECT", "silence"}}, Delivery::TryLater, kTooSlow},
        BadDay{"SilentEnd", {{".", "silence"}}, Delivery::TryLater, kTooSlow},
        BadDay{"HangsUpAtOnce",
               {{"CONNECT", "hang up"}},
               Delivery::TryLater,
               std::string{kLost} + "Failure when receiving data from the peer"},
        BadDay{"HangsUpAfterTheMail",
               {{".", "hang up"}},
               Delivery::TryLater,
               std::string{kLost} + "Failure when receiving data from the peer"}),
    [](const auto& each) { return each.param.name; });

TEST(SmtpSender, NobodyAtThePortIsTryLater) {
    int free_port = 0;
    { free_port = ScriptedSmtpServer(Answers{}).port(); }
    SmtpSender sender(options_for(free_port));
    const auto result = sender.send(example_mail());
    EXPECT_EQ(result.delivery, Delivery::TryLater);
    EXPECT_EQ(result.remark, std::string{kLost} + "Couldn't connect to server");
}

TEST(SmtpSender, GoesOnAfterARefusalAndAfterALostConnection) {
    const ScriptedSmtpServer refusing(Answers{{"RCPT", "550 no"}});
    SmtpSender sender(options_for(refusing.port()));
    EXPECT_EQ(sender.send(example_mail("1")).remark, std::string{kRefused} + "550");
    EXPECT_EQ(sender.send(example_mail("2")).remark, std::string{kRefused} + "550");

    const ScriptedSmtpServer leaving(Answers{{".", "250 2.0.0 OK\r\nhang up"}});
    SmtpSender other(options_for(leaving.port()));
    EXPECT_EQ(other.send(example_mail("1")).delivery, Delivery::Sent);
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(other.send(example_mail("2")).delivery, Delivery::Sent);
    EXPECT_EQ(leaving.connections(), 2);
}

TEST(SmtpSender, StopEndsAWaitingSend) {
    const ScriptedSmtpServer server(Answers{{"CONNECT", "silence"}});
    SmtpSender sender(options_for(server.port()));
    std::thread stopping([&sender] {
        std::this_thread::sleep_for(100ms);
        sender.stop();
    });
    const auto start = steady_clock::now();
    const auto result = sender.send(example_mail());
    stopping.join();
    EXPECT_LT(steady_clock::now() - start, 1500ms);
    EXPECT_EQ(result.delivery, Delivery::TryLater);
    EXPECT_EQ(result.remark, "program kończy pracę");
}

}  // namespace
}  // namespace okienko::server
