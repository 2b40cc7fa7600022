#include "server/contact/contact_desk.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include <thread>

#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"
#include "server/public_site.hpp"
#include "tests/server/running_server.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using model::MessageState;

/// The demo centre with nothing published: pages are drawn from its sources.
class DemoCentre {
  public:
    DemoCentre() {
        fs::path source{OKIENKO_SOURCE_DIR};
        fs::copy(source / "okienko.toml", folder_.path());
        fs::copy(source / "content", folder_.path() / "content", fs::copy_options::recursive);
        auto cards = db::read_card_folder(source / "db/demo", "db/demo");
        db::create_catalogue(instance().catalogue());
        db::write_catalogue(instance().catalogue(), cards.value());
    }
    [[nodiscard]] generator::Instance instance() const {
        return {folder_.path(), OKIENKO_SOURCE_DIR};
    }

  private:
    tests::TemporaryFolder folder_;
};

const std::shared_ptr<const generator::LiveSite>& live_site() {
    static const DemoCentre centre;
    static const auto live =
        generator::LiveSite::load(centre.instance(),
                                  std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}})
            .value();
    return live;
}

class ContactDeskTest : public testing::Test {
  protected:
    Response ask(const std::string& method,
                 const std::string& path,
                 const std::string& query = "",
                 const std::string& body = "",
                 std::vector<Header> headers = {}) {
        return routes_.answer({.method = method,
                               .path = path,
                               .query = query,
                               .headers = std::move(headers),
                               .body = body,
                               .client = client_});
    }
    static std::string html(const Response& response) {
        return std::get<std::string>(response.body);
    }

    /// The token of a form that is shown now.
    std::string token(const std::string& path = "/napisz") {
        auto page = html(ask("GET", path));
        auto at = page.find("name=\"formularz\" value=\"") + 24;
        return page.substr(at, page.find('"', at) - at);
    }
    static std::string filled(const std::string& token, const std::string& text = "Pytanie") {
        return "formularz=" + token + "&imie=Ania&telefon=857152550&temat=Klub&wiadomosc=" + text;
    }
    /// What comes of a form that a person filled in within a minute.
    Response send(const std::string& body, std::vector<Header> headers = {}) {
        now_ += 60s;
        return ask("POST", "/napisz", "", body, std::move(headers));
    }
    [[nodiscard]] std::size_t kept() const { return office_.messages(MessageState::Open).size(); }

    tests::TemporaryFolder folder_;
    std::chrono::system_clock::time_point now_{std::chrono::seconds{1'795'420'800}};
    std::string client_ = "192.0.2.1";
    std::string log_;
    int mails_ = 0;
    db::Office office_{folder_.path() / "office.db"};
    Metrics metrics_;
    LiveSites live_{folder_.path() / "current", [] { return live_site(); }};
    MessageTray tray_{office_, [this] { ++mails_; }};
    ContactDesk desk_{live_,
                      tray_,
                      {.metrics = metrics_,
                       .log = [this](std::string_view line) { log_ += std::string{line} + "\n"; },
                       .now = [this] { return now_; }}};
    Routes routes_{desk_.routes()};
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
    EXPECT_EQ(kept(), 1U);
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
    EXPECT_EQ(kept(), 0U);
}

TEST_F(ContactDeskTest, WarnsOfAPeselAndTakesItWhenItIsSentAgain) {
    auto form = filled(token(), "44051401359");
    auto page = html(send(form));
    EXPECT_NE(page.find("name=\"pesel\" value=\"tak\""), std::string::npos);
    EXPECT_EQ(kept(), 0U);
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
    EXPECT_EQ(kept(), 0U);
    EXPECT_EQ(send(filled(fresh)).status, 303) << "the same form, sent by a person";
}

TEST_F(ContactDeskTest, GivesAnOldFormANewToken) {
    auto old = token();
    now_ += 25h;
    auto response = send(filled(old));
    EXPECT_EQ(response.status, 422);
    auto page = html(response);
    EXPECT_EQ(page.find(old), std::string::npos);
    auto at = page.find("name=\"formularz\" value=\"") + 24;
    EXPECT_EQ(send(filled(page.substr(at, page.find('"', at) - at))).status, 303);
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
    EXPECT_TRUE(office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_), 9).empty());
    auto form = filled(token("/uk/napisz")) + "&email=ania%40example.org";
    now_ += 60s;
    ask("POST", "/uk/napisz", "", form);
    ask("POST", "/uk/napisz", "", form);
    auto mails = office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_), 9);
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
    auto all = desk_.routes();
    for (auto& route : watching_routes(metrics_)) all.push_back(std::move(route));
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
