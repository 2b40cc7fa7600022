#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "server/forms/confirmation_mail.hpp"
#include "server/mail/eml_folder.hpp"
#include "server/mail/post.hpp"
#include "server/submission/submission_mail.hpp"
#include "tests/now.hpp"
#include "tests/server/forms/form_desks.hpp"
#include "tests/temporary_folder.hpp"

/// Every letter that the centre writes, in every language, on its way through the outbox. That
/// another program understands such a message: message_text_test.cpp.
namespace okienko::server {
namespace {

constexpr const char* kLink = "https://cus.example/zgloszenie/abc";

model::OutgoingMail letter(Letter which, const std::string& language) {
    model::Submission submission;
    submission.case_number = "ABC-123";
    submission.email = "biuro@example.org";
    submission.language = language;
    submission.reason = "Powód.";
    submission.remarks = {{"usluga-1.summary", "Napisz, kiedy."}};
    return submission_mail(*demo_site(), submission, which, {kLink});
}

std::vector<model::OutgoingMail> letters_in(const std::string& language) {
    std::vector<model::OutgoingMail> all;
    for (auto which : {Letter::Begun,
                       Letter::Change,
                       Letter::Verify,
                       Letter::Received,
                       Letter::Correct,
                       Letter::Published,
                       Letter::Declined}) {
        all.push_back(letter(which, language));
    }
    all.push_back(confirmation_mail(
        *demo_site(), {.email = "ania@example.org", .language = language}, "ABC-123"));
    return all;
}

TEST(Letters, AreWrittenInTheLanguageOfTheReader) {
    auto polish = letters_in("pl");
    for (const std::string language : {"en", "uk"}) {
        auto letters = letters_in(language);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            SCOPED_TRACE(letters[i].subject);
            EXPECT_NE(letters[i].subject, polish[i].subject);
            EXPECT_NE(letters[i].html.find("<html lang=\"" + language + "\">"), std::string::npos);
            std::istringstream lines{letters[i].text};
            for (std::string line; std::getline(lines, line);) {
                bool of_the_office = line.ends_with("Powód.") || line.starts_with("Centrum") ||
                                     line.starts_with("https://");
                bool polish_too = line.size() > 3 && !of_the_office &&
                                  polish[i].text.find(line + "\n") != std::string::npos;
                EXPECT_FALSE(polish_too) << line;
            }
        }
    }
}

TEST(Letters, SayTheSameInBothParts) {
    for (const std::string language : {"pl", "en", "uk"}) {
        for (const auto& each : letters_in(language)) {
            bool about_a_submission = each.text.find("/zgloszenie/") != std::string::npos;
            for (const auto* part : {&each.text, &each.html}) {
                EXPECT_NE(part->find("ABC-123"), std::string::npos) << each.subject;
                EXPECT_EQ(part->find(kLink) != std::string::npos, about_a_submission)
                    << each.subject;
            }
        }
    }
}

TEST(Letters, HaveEveryHeaderThatAMailOfAMachineNeeds) {
    const tests::TemporaryFolder folder;
    db::Office office{folder.path() / "office.db"};
    std::size_t written = 0;
    for (const auto* language : {"pl", "en", "uk"}) {
        for (const auto& mail : letters_in(language)) {
            office.receive({.sender = "Ania", .subject = "S", .text = "T"},
                           {.form_id = "f" + std::to_string(++written),
                            .at = kNow,
                            .purge_on = model::parse_date("2027-11-23").value(),
                            .confirmation = [&](const std::string&) { return mail; }});
        }
    }
    Post post{
        {.office = office,
         .sender = std::make_unique<EmlFolder>(folder.path() / "outbox"),
         .from = {{"Centrum Usług Społecznych", MailAddress::parse("cus@example.org").value()},
                  std::nullopt},
         .log =
             [](std::string_view line) {
                 EXPECT_NE(line.find("czeka w pliku outbox/"), line.npos) << line;
             },
         .now = [] { return std::chrono::system_clock::time_point{kNow}; }}};
    for (int i = 0; i < 300 && office.next_mail_moment(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    std::size_t read = 0;
    for (const auto& file : std::filesystem::directory_iterator{folder.path() / "outbox"}) {
        std::ostringstream bytes;
        bytes << std::ifstream{file.path()}.rdbuf();
        auto message = bytes.str();
        ++read;
        for (const auto* header : {"Date: Mon, 23 Nov 2026 08:00:00 +0000\r\n",
                                   "Message-ID: <",
                                   "Auto-Submitted: auto-generated\r\n",
                                   "Content-Language: ",
                                   "MIME-Version: 1.0\r\n",
                                   "Content-Type: multipart/alternative; ",
                                   "Content-Type: text/plain; charset=utf-8\r\n",
                                   "Content-Type: text/html; charset=utf-8\r\n",
                                   "From: =?UTF-8?Q?Centrum_Us"}) {
            EXPECT_NE(message.find(header), std::string::npos) << header << message.substr(0, 600);
        }
        EXPECT_EQ(message.find("List-Unsubscribe"), std::string::npos) << "of notifications alone";
        EXPECT_TRUE(std::ranges::all_of(message, [](unsigned char c) { return c < 0x80; }));
    }
    EXPECT_EQ(read, written);
}

}  // namespace
}  // namespace okienko::server
