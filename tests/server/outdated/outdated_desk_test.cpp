#include "server/outdated/outdated_desk.hpp"

#include <gtest/gtest.h>

#include "tests/server/forms/form_desks.hpp"

namespace okienko::server {
namespace {

constexpr const char* kPath = "/zglos-nieaktualne";

class OutdatedDeskTest : public FormDesks {};

TEST_F(OutdatedDeskTest, NamesTheSheetThatItIsAbout) {
    auto page = html(ask("GET", kPath, "usluga=bank-czasu"));
    EXPECT_NE(page.find("<a href=\"/uslugi/bank-czasu/\">Bank Czasu</a>"), std::string::npos);
    EXPECT_NE(page.find("name=\"usluga\" value=\"bank-czasu\""), std::string::npos);
    auto none = html(ask("GET", kPath, "usluga=%22%3E%3Cscript%3E"));
    EXPECT_NE(none.find("name=\"usluga\" value=\"\""), std::string::npos);
    auto english = html(ask("GET", "/en/zglos-nieaktualne", "usluga=transport-door-to-door"));
    EXPECT_NE(english.find("href=\"/en/uslugi/transport-door-to-door/\""), std::string::npos);
}

TEST_F(OutdatedDeskTest, KeepsAReportWithoutAName) {
    auto response =
        send(kPath,
             "formularz=" + token(kPath) +
                 "&usluga=bank-czasu&co-hours=tak&co-ended=tak&opis=Od+wiosny+zamkni%C4%99te");
    ASSERT_EQ(response.status, 303) << html(response);
    ASSERT_EQ(kept().size(), 1U);
    const auto report = kept()[0];
    EXPECT_EQ(report.message.kind, model::MessageKind::Outdated);
    EXPECT_EQ(report.message.service, "bank-czasu");
    EXPECT_EQ(report.message.reasons, (std::vector<std::string>{"hours", "ended"}));
    EXPECT_EQ(report.message.text, "Od wiosny zamknięte");
    EXPECT_EQ(report.message.sender, "");
    auto next = response.header("Location");
    EXPECT_EQ(next,
              "/zglos-nieaktualne/wyslane?sprawa=" + report.case_number + "&usluga=bank-czasu");
    auto page = html(ask("GET", "/zglos-nieaktualne/wyslane", next.substr(next.find('?') + 1)));
    EXPECT_NE(page.find(report.case_number), std::string::npos);
    EXPECT_NE(page.find("href=\"/uslugi/bank-czasu/\""), std::string::npos);
    EXPECT_EQ(mails_, 0);
}

TEST_F(OutdatedDeskTest, ConfirmsToAnAddress) {
    auto body = "formularz=" + token(kPath) + "&co-price=tak&kontakt=";
    auto again = send(kPath, body + "ania%40");
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(html(again).find("Sprawdź adres e-mail"), std::string::npos);
    EXPECT_NE(html(again).find("value=\"ania@\""), std::string::npos);
    EXPECT_EQ(send(kPath, body + "85+715+25+5").status, 422);
    EXPECT_EQ(send(kPath, body + "ania%40example.org").status, 303);
    EXPECT_EQ(mails_, 1);
    EXPECT_EQ(kept()[0].message.email, "ania@example.org");
}

TEST_F(OutdatedDeskTest, AsksForSomethingToCheckAndKeepsWhatWasTicked) {
    auto nothing = send(kPath, "formularz=" + token(kPath) + "&usluga=bank-czasu");
    EXPECT_EQ(nothing.status, 422);
    EXPECT_NE(html(nothing).find("href=\"#co\""), std::string::npos);
    EXPECT_NE(html(nothing).find("id=\"co\""), std::string::npos);
    auto pesel = send(kPath, "formularz=" + token(kPath) + "&co-other=tak&opis=44051401359");
    EXPECT_EQ(pesel.status, 422);
    auto page = html(pesel);
    EXPECT_NE(page.find("name=\"co-other\" type=\"checkbox\" value=\"tak\" checked"),
              std::string::npos);
    EXPECT_NE(page.find("name=\"pesel\" value=\"tak\""), std::string::npos);
    EXPECT_NE(page.find(">\n44051401359</textarea>"), std::string::npos);
    EXPECT_TRUE(kept().empty());
}

}  // namespace
}  // namespace okienko::server
