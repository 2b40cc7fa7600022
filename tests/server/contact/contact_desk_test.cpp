#include "server/contact/contact_desk.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include <thread>

#include "server/public_site.hpp"
#include "tests/server/forms/form_desks.hpp"
#include "tests/server/running_server.hpp"

namespace okienko::server {
namespace {

using namespace std::chrono_literals;
using model::MessageState;

class ContactDeskTest : public FormDesks {
  protected:
    std::string token(const std::string& path = "/napisz") { return FormDesks::token(path); }
    static std::string filled(const std::string& token, const std::string& text = "Pytanie") {
        return "formularz=" + token + "&imie=Ania&telefon=857152550&temat=Klub&wiadomosc=" + text;
    }
    Response send(const std::string& body, std::vector<Header> headers = {}) {
        return FormDesks::send("/napisz", body, std::move(headers));
    }
};

TEST_F(ContactDeskTest, ShowsTheFormWithAServiceThatItIsAbout) {
    auto page = html(ask("GET", "/napisz", "usluga=klub-senior-plus"));
    EXPECT_NE(page.find("value=\"Klub Senior+\""), std::string::npos);
    EXPECT_NE(page.find("name=\"usluga\" value=\"klub-senior-plus\""), std::string::npos);
    auto other = html(ask("GET", "/napisz", "usluga=%22%3E%3Cscript%3E"));
    EXPECT_EQ(other.find("<script>"), std::string::npos);
    EXPECT_NE(html(ask("GET", "/uk/napisz")).find("<html lang=\"uk\">"), std::string::npos);
}

TEST_F(ContactDeskTest, KeepsAMessageBeforeItSaysSo) {
    auto response = send(filled(token()) + "&usluga=klub-senior-plus");
    EXPECT_EQ(response.status, 303);
    auto messages = office_.messages(MessageState::Open);
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages[0].message.phone, "+48857152550");
    EXPECT_EQ(messages[0].message.service, "klub-senior-plus");
    EXPECT_EQ(messages[0].purge_on, model::parse_date("2027-11-23"));
    auto target = response.header("Location");
    EXPECT_EQ(target, "/napisz/wyslane?sprawa=" + messages[0].case_number);
    auto page = html(ask("GET", "/napisz/wyslane", target.substr(target.find('?') + 1)));
    EXPECT_NE(page.find(messages[0].case_number), std::string::npos);
}

TEST_F(ContactDeskTest, TakesADoubleClickOnce) {
    auto form = filled(token());
    auto first = send(form);
    auto second = send(form);
    EXPECT_EQ(second.status, 303);
    EXPECT_EQ(first.header("Location"), second.header("Location"));
    EXPECT_EQ(kept().size(), 1U);
    auto counted = metrics_.text();
    EXPECT_NE(counted.find("{form=\"contact\",outcome=\"taken\"} 1\n"), std::string::npos)
        << counted;
    EXPECT_NE(counted.find("{form=\"contact\",outcome=\"repeated\"} 1\n"), std::string::npos);
}

TEST_F(ContactDeskTest, GivesBackAllThatWasTypedWithWhatIsWrong) {
    auto response =
        send("formularz=" + token() +
             "&imie=%3Cb%3EAnia%3C%2Fb%3E&telefon=12&temat=Klub&wiadomosc=%3Cscript%3E");
    EXPECT_EQ(response.status, 422);
    auto page = html(response);
    EXPECT_NE(page.find("&lt;b&gt;Ania&lt;/b&gt;"), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
    EXPECT_EQ(page.find("<script>"), std::string::npos);
    EXPECT_NE(page.find("href=\"#telefon\""), std::string::npos);
    EXPECT_NE(page.find("aria-describedby=\"telefon-blad\""), std::string::npos);
    EXPECT_NE(page.find("<title>Do poprawienia: "), std::string::npos);
    EXPECT_TRUE(kept().empty());
}

TEST_F(ContactDeskTest, WarnsOfAPeselAndTakesItWhenItIsSentAgain) {
    auto form = filled(token(), "44051401359");
    auto page = html(send(form));
    EXPECT_NE(page.find("name=\"pesel\" value=\"tak\""), std::string::npos);
    EXPECT_TRUE(kept().empty());
    EXPECT_EQ(send(form + "&pesel=tak").status, 303);
}

TEST_F(ContactDeskTest, AsksAMachineToSendAgain) {
    auto notice = [](const Response& response) {
        return response.status == 422 &&
               html(response).find("Wyślij to jeszcze raz") != std::string::npos;
    };
    auto fresh = token();
    EXPECT_TRUE(notice(ask("POST", "/napisz", "", filled(fresh)))) << "too quick for a person";
    EXPECT_TRUE(notice(send(filled(fresh) + "&firma=ACME"))) << "the trap";
    EXPECT_TRUE(notice(send(filled("x.1.y")))) << "not our token";
    EXPECT_TRUE(notice(send(filled(fresh), {{"Sec-Fetch-Site", "cross-site"}})));
    EXPECT_TRUE(kept().empty());
    EXPECT_EQ(send(filled(fresh)).status, 303) << "the same form, sent by a person";
}

TEST_F(ContactDeskTest, GivesAnOldFormANewToken) {
    auto old = token();
    now_ += 25h;
    auto response = send(filled(old));
    EXPECT_EQ(response.status, 422);
    auto page = html(response);
    EXPECT_EQ(page.find(old), std::string::npos);
    EXPECT_EQ(send(filled(token_in(page))).status, 303);
}

TEST_F(ContactDeskTest, TakesOnlySoManyFromOneVisitor) {
    for (int i = 0; i < 5; ++i) {
        auto form = filled(token());
        EXPECT_EQ(send(form).status, 303);
        EXPECT_EQ(send(form).status, 303) << "a second click costs nothing";
    }
    auto response = send(filled(token()));
    EXPECT_EQ(response.status, 429);
    EXPECT_NE(html(response).find("Pytanie"), std::string::npos);
    client_ = "192.0.2.2";
    EXPECT_EQ(send(filled(token())).status, 303);
}

TEST_F(ContactDeskTest, TakesTheSameFormOnlySoOftenForNothing) {
    auto form = filled(token());
    int taken = 0;
    while (taken < 100 && send(form).status == 303) ++taken;
    EXPECT_EQ(taken, 5 * (1 + 5)) << "five times counted, and five more for nothing each time";
}

TEST_F(ContactDeskTest, AdmitsThatItCannotKeepAMessage) {
    auto form = filled(token());
    {
        SQLite::Database other{(folder_.path() / "office.db").string(), SQLite::OPEN_READWRITE};
        SQLite::Transaction held{other, SQLite::TransactionBehavior::IMMEDIATE};
        auto response = send(form);
        EXPECT_EQ(response.status, 503);
        EXPECT_NE(html(response).find("Nie udało się tego zapisać"), std::string::npos);
        EXPECT_NE(html(response).find("Pytanie"), std::string::npos);
        EXPECT_EQ(html(response).find("office.db"), std::string::npos) << "for the log only";
        EXPECT_NE(log_.find("office.db"), std::string::npos);
        EXPECT_EQ(log_.find("Pytanie"), std::string::npos) << "nothing personal in the log";
    }
    EXPECT_EQ(send(form).status, 303);
}

TEST_F(ContactDeskTest, ConfirmsToAnAddressInTheReadersLanguage) {
    send(filled(token()));
    EXPECT_TRUE(office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_.now()), 9).empty());
    auto form = filled(token("/uk/napisz")) + "&email=ania%40example.org";
    now_ += 60s;
    ask("POST", "/uk/napisz", "", form);
    ask("POST", "/uk/napisz", "", form);
    auto mails = office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_.now()), 9);
    ASSERT_EQ(mails.size(), 1U) << "a double click is one mail";
    EXPECT_GE(mails_, 1);
    const auto& mail = mails[0].mail;
    EXPECT_EQ(mail.recipient, "ania@example.org");
    EXPECT_EQ(mail.language, "uk");
    EXPECT_NE(mail.subject.find(mails[0].case_number), std::string::npos);
    for (const auto* part : {&mail.text, &mail.html}) {
        EXPECT_NE(part->find(mails[0].case_number), std::string::npos);
        EXPECT_NE(part->find("ми отримали"), std::string::npos) << *part;
        EXPECT_EQ(part->find("Pytanie"), std::string::npos) << "what was written stays here";
        EXPECT_EQ(part->find('{'), std::string::npos) << *part;
    }
}

TEST_F(ContactDeskTest, RefusesWhatNoBrowserSends) {
    EXPECT_EQ(send("imie=%FF").status, 400);
    EXPECT_EQ(ask("GET", "/napisz/wyslane", "sprawa=%3Cb%3E").status, 303);
    EXPECT_EQ(ask("PUT", "/napisz").status, 405);
}

TEST_F(ContactDeskTest, AnswersOverHttp) {
    StaticSite files{folder_.path()};
    auto all = all_;
    for (auto& route : watching_routes(metrics_, [] { return std::nullopt; }))
        all.push_back(std::move(route));
    Routes routes{std::move(all)};
    PublicSite site{{.files = files, .routes = routes, .metrics = metrics_}};
    RunningServer server{[&site](const Request& request) { return site.answer(request); }};
    auto form = filled(token());
    now_ += 60s;
    auto fields = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                  std::to_string(form.size()) + "\r\n";
    // Two requests on one connection: the body of the first is no part of the second.
    auto both = server.say("POST /napisz HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + form +
                           "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(both.starts_with("HTTP/1.1 303 ")) << both;
    EXPECT_NE(both.find("HTTP/1.1 200 OK"), std::string::npos) << both;
    EXPECT_TRUE(both.ends_with("ok\n"));
    EXPECT_NE(server.ask("GET", "/metrics")
                  .find("okienko_forms_total{form=\"contact\",outcome=\"taken\"} 1\n"),
              std::string::npos);
    EXPECT_EQ(server.log().find("Ania"), std::string::npos);
    EXPECT_EQ(server.log().find("sprawa"), std::string::npos);
}

}  // namespace
}  // namespace okienko::server
