#include "server/mail/message_text.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "generator/file_tree.hpp"
#include "server/mail/quoted_printable.hpp"
#include "tests/contains.hpp"
#include "tests/server/mail/example_mail.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

std::string with_crlf(std::string_view text) {
    std::string lines;
    for (const char c : text) lines += c == '\n' ? "\r\n" : std::string{c};
    return lines;
}

/// Mails with all that can go wrong, by name.
std::map<std::string, Mail> telling_mails() {
    std::map<std::string, Mail> mails;
    const auto add = [&mails](const char* name) -> Mail& {
        return mails.emplace(name, example_mail()).first->second;
    };
    add("polish");
    auto& ukrainian = add("ukrainian");
    ukrainian.language = language::Language::Ukrainian;
    ukrainian.recipient.name = "Олександра Ґалаґан-Їжакевич, голова товариства";
    ukrainian.subject = repeated("Ми отримали Ваше повідомлення щодо послуги ", 8) + "«Їжа»";
    ukrainian.text = repeated("Вітаємо! Ваше повідомлення отримано. ", 40) + "\n\nДякуємо.\n";
    auto& plain = add("plain");
    plain.subject = "Plain ASCII, with = and ? and <brackets> and \"quotes\"; even commas";
    plain.recipient.name = R"(O'Brien, "Jan" \ Kowalski (prezes) @ <a@b.pl>)";
    auto& looks_encoded = add("looks-encoded");
    looks_encoded.subject = "=?UTF-8?Q?Hej?= czyli nic";
    looks_encoded.recipient.name = "=?UTF-8?Q?Hej?=";
    auto& spaces = add("spaces");
    spaces.subject = "  dwie  spacje i_podkreślnik =20 na końcu  ";
    auto& long_ascii = add("long-ascii");
    long_ascii.subject = std::string(300, 'a') + " " + std::string(300, 'b');
    long_ascii.recipient.name = repeated("Jan Maria ", 20) + "Rokita";
    auto& long_address = add("long-address");
    long_address.recipient.address =
        address(std::string(64, 'a') + "@" + repeated("abcdefg.", 20) + "example");
    auto& emoji = add("emoji");
    emoji.subject = repeated("🏡👩‍👩‍👧‍👦é", 30);
    auto& texts = add("texts");
    texts.text = ".\nFrom me\n--=_okienko\n \n\t\nspacja na końcu \n=C5 i =\n" +
                 std::string(5000, 'z') + "\n" + repeated("ż", 2000) + "\nbez końca wiersza";
    texts.html = "<p title=\"a=b\">" + repeated("Zażółć gęślą jaźń. ", 300) + "</p>";
    auto& text_alone = add("text-alone");
    text_alone.html = "";
    text_alone.text = "Sam tekst.\r\n";
    auto& empty = add("empty");
    empty.subject = "";
    empty.recipient.name = "";
    empty.text = "";
    auto& notification = add("notification");
    notification.unsubscribe =
        UnsubscribeAddress::parse("https://cus.przykladowo.example/powiadomienia/koniec?t=a_b-C");
    return mails;
}

TEST(MessageText, AnotherProgramUnderstandsAllOfIt) {
    const tests::TemporaryFolder folder;
    for (const auto& [name, mail] : telling_mails()) {
        std::filesystem::create_directory(folder / name);
        const std::map<std::string, std::string> expected{
            {"message.eml", message_text(mail)},
            {"subject", mail.subject},
            {"from", mail.sender.from.name},
            {"from_address", mail.sender.from.address.text()},
            {"to", mail.recipient.name},
            {"to_address", mail.recipient.address.text()},
            {"date", "2026-11-28T08:30:00+00:00"},
            {"types", mail.html.empty() ? "text/plain" : "text/plain text/html"},
            {"text", mail.html.empty() ? mail.text + "\r\n" : with_crlf(mail.text)},
            {"html", with_crlf(mail.html)},
            {"unsubscribe", mail.unsubscribe ? "<" + mail.unsubscribe->text() + ">" : ""}};
        for (const auto& [what, value] : expected) {
            generator::write_file(folder / name / what, value);
        }
    }
    const auto command = "/usr/bin/python3 " OKIENKO_SOURCE_DIR
                         "/tests/server/mail/message_check.py " +
                         folder.path().string();
    EXPECT_EQ(std::system(command.c_str()), 0) << "what differs is printed above";
}

TEST(MessageText, SaysWhatItIs) {
    auto mail = example_mail("abc-123");
    auto text = message_text(mail);
    EXPECT_TRUE(contains(text, "\r\nMessage-ID: <abc-123@cus.przykladowo.example>\r\n"));
    EXPECT_TRUE(contains(text, "\r\nAuto-Submitted: auto-generated\r\n"));
    EXPECT_TRUE(contains(text, "\r\nContent-Language: pl\r\n"));
    EXPECT_TRUE(contains(text, "\r\nReply-To: koordynator@cus.przykladowo.example\r\n"));
    EXPECT_TRUE(contains(text, "\r\nMIME-Version: 1.0\r\n"));
    EXPECT_TRUE(text.starts_with("Date: Sat, 28 Nov 2026 08:30:00 +0000\r\n")) << text;
    EXPECT_FALSE(contains(text, "List-Unsubscribe"));
    mail.unsubscribe = UnsubscribeAddress::parse("https://cus.example/koniec");
    text = message_text(mail);
    EXPECT_TRUE(contains(text,
                         "\r\nList-Unsubscribe: <https://cus.example/koniec>\r\n"
                         "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
}

TEST(MessageText, NothingTypedBeginsAnotherFieldOrPart) {
    auto mail = example_mail();
    for (const auto* typed : {"a\r\nBcc: zly@example.com",
                              "a\nBcc: zly@example.com",
                              "a\rBcc: zly@example.com",
                              "a\r\n\r\nBcc: zly@example.com",
                              "a\u0085Bcc: zly@example.com",
                              "a\u2028Bcc: zly@example.com",
                              "\r\nBcc: zly@example.com",
                              "a\x0b\x0c\x1c\x7f Bcc: zly@example.com"}) {
        mail.subject = mail.recipient.name = mail.sender.from.name = typed;
        mail.text = mail.html = std::string{typed} + "\n--=_okienko--\n--=_okienko\n";
        const auto text = message_text(mail);
        const auto head = text.substr(0, text.find("\r\n\r\n"));
        EXPECT_FALSE(contains(head, "\nBcc")) << head;
        EXPECT_FALSE(contains(head, "\rBcc")) << head;
        EXPECT_TRUE(contains(head, "\r\nContent-Type: multipart/alternative;")) << head;
        std::size_t delimiters = 0;
        for (auto at = text.find("\r\n--=_okienko"); at != std::string::npos;
             at = text.find("\r\n--=_okienko", at + 1)) {
            ++delimiters;
        }
        EXPECT_EQ(delimiters, 3U) << text;
    }
}

TEST(MessageText, MarksThatTurnWritingAroundAndBrokenLettersDoNotReachHeaders) {
    auto mail = example_mail();
    mail.subject = "faktura\u202Efdp.exe";
    EXPECT_TRUE(contains(message_text(mail), "Subject: faktura fdp.exe\r\n"));
    mail.subject = "z\xC5";
    EXPECT_TRUE(contains(message_text(mail), "Subject: =?UTF-8?Q?z=EF=BF=BD?=\r\n"));
}

TEST(MessageText, SameMailHasTheSameBytes) {
    EXPECT_EQ(message_text(example_mail()), message_text(example_mail()));
}

TEST(QuotedPrintable, EncodesWhatMailServersMayChange) {
    EXPECT_EQ(quoted_printable("a=b"), "a=3Db");
    EXPECT_EQ(quoted_printable("ż"), "=C5=BC");
    EXPECT_EQ(quoted_printable("a \nb\t\r\nc "), "a=20\r\nb=09\r\nc=20");
    EXPECT_EQ(quoted_printable("a\rb\n\nc"), "a\r\nb\r\n\r\nc");
    EXPECT_EQ(quoted_printable(std::string(76, 'x')), std::string(75, 'x') + "=\r\nx");
    EXPECT_EQ(quoted_printable(std::string(1, '\0')), "=00");
}

TEST(MailId, IsGoodForAFileName) {
    EXPECT_TRUE(MailId::parse("0b0e4a0c-6b0e-4f0a-9a57-1f2d3c4b5a69"));
    for (const auto* bad : {"", "a/b", "..", "a b", "a\r\n", "a@b", "ż"}) {
        EXPECT_FALSE(MailId::parse(bad)) << bad;
    }
    EXPECT_FALSE(MailId::parse(std::string(65, 'a')));
}

TEST(UnsubscribeAddress, IsHttpsInAscii) {
    EXPECT_TRUE(UnsubscribeAddress::parse("https://cus.example/koniec?t=abc"));
    for (const auto* bad : {"http://cus.example/",
                            "https://cus.example/\r\nBcc: a@b.pl",
                            "https://cus.example/>",
                            "https://cus.example/ż",
                            "mailto:a@b.pl",
                            ""}) {
        EXPECT_FALSE(UnsubscribeAddress::parse(bad)) << bad;
    }
}

}  // namespace
}  // namespace okienko::server
