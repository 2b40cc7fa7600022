#include "server/submission/submission_desk.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include "exchange/node_table.hpp"
#include "model/card_writer.hpp"
#include "server/submission/card_step.hpp"
#include "server/submission/differences.hpp"
#include "server/submission/submission_doors.hpp"
#include "tests/fuzz/drawn_form.hpp"
#include "tests/server/demo_centre.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

using namespace std::chrono_literals;
using model::SubmissionState;

constexpr std::chrono::sys_seconds kNow{std::chrono::seconds{1'795'420'800}};

const DemoCentre& centre() {
    static const DemoCentre demo;
    return demo;
}

const std::shared_ptr<const generator::LiveSite>& live_site() {
    static const auto live = generator::LiveSite::load(centre().instance(), kNow).value();
    return live;
}

class SubmissionDeskTest : public testing::Test {
  protected:
    Response ask(const std::string& method,
                 const std::string& address,
                 const std::string& body = "",
                 std::vector<Header> headers = {}) {
        auto question = address.find('?');
        return routes_.answer(
            {.method = method,
             .path = address.substr(0, question),
             .query = question == std::string::npos ? "" : address.substr(question + 1),
             .headers = std::move(headers),
             .body = body,
             .client = "192.0.2.1"});
    }
    static std::string html(const Response& response) {
        return std::get<std::string>(response.body);
    }
    static bool says(const Response& response, std::string_view words) {
        return html(response).find(words) != std::string::npos;
    }

    /// A step as its page sends it: with the id of its card.
    Response post_step(const std::string& address,
                       const std::string& body,
                       std::string card = {},
                       std::vector<Header> headers = {}) {
        if (card.empty()) {
            auto page = html(ask("GET", address));
            auto at = page.find("name=\"karta\" value=\"") + 20;
            card = page.substr(at, page.find('"', at) - at);
        }
        return ask("POST", address, "karta=" + card + "&" + body, std::move(headers));
    }

    std::string token_of_form(const std::string& address) {
        auto page = html(ask("GET", address));
        auto at = page.find("name=\"formularz\" value=\"") + 24;
        return page.substr(at, page.find('"', at) - at);
    }

    /// The private address of a new draft.
    std::string begin(const std::string& email = "biuro@example.org") {
        auto form = token_of_form("/zglos-usluge");
        now_ += 60s;
        auto response = ask("POST", "/zglos-usluge", "formularz=" + form + "&email=" + email);
        EXPECT_EQ(response.status, 303);
        return response.header("Location");
    }

    /// The private address in the newest mail.
    std::string mailed_link() {
        auto mails = office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_) + 1h, 99);
        const auto& text = mails.back().mail.text;
        auto at = text.find("/zgloszenie/");
        return text.substr(at, text.find('\n', at) - at);
    }

    /// Puts a whole card of the demo, under new ids, into a draft.
    void fill(const std::string& link, const std::string& service = "klub-senior-plus") {
        auto submission = found(link);
        office_.submissions().write_cards(
            submission.case_number,
            [&](const std::string&) {
                auto dossier = published(service);
                set_cell(dossier.provider, "id", "00000000-0000-4000-8000-000000000001");
                set_cell(dossier.provider, "name", "Fundacja Po Sąsiedzku");
                set_cell(dossier.services[0], "id", "00000000-0000-4000-8000-000000000002");
                set_cell(dossier.services[0], "name", "Wieczorna szkoła tanga");
                return to_json(dossier);
            },
            kNow,
            model::parse_date("2027-01-01").value());
    }

    static Dossier published(const std::string& slug) {
        const auto& catalogue = live_site()->catalogue();
        const auto& service = *std::ranges::find(catalogue.services, slug, &model::Service::slug);
        const auto& provider =
            *std::ranges::find(catalogue.providers, service.provider, &model::Provider::slug);
        Dossier dossier;
        dossier.provider = cells_of(model::card_node(provider), fields_of(CardKind::Provider));
        dossier.services.push_back(
            cells_of(model::card_node(service), fields_of(CardKind::Service)));
        return dossier;
    }

    model::Submission found(const std::string& link) {
        auto all = office_.submissions().in_states({SubmissionState::Draft,
                                                    SubmissionState::Unverified,
                                                    SubmissionState::Sent,
                                                    SubmissionState::InReview,
                                                    SubmissionState::NeedsCorrection,
                                                    SubmissionState::Published,
                                                    SubmissionState::Declined,
                                                    SubmissionState::Withdrawn});
        for (const auto& each : all) {
            if (says(ask("GET", link), each.case_number)) return each;
        }
        ADD_FAILURE() << "no submission behind " << link;
        return {};
    }

    tests::TemporaryFolder folder_;
    std::chrono::system_clock::time_point now_{kNow};
    std::string log_;
    int mails_ = 0;
    db::Office office_{folder_.path() / "office.db"};
    Metrics metrics_;
    LiveSites live_{folder_.path() / "current", [] { return live_site(); }};
    FormGate::Parts gate_{.metrics = metrics_,
                          .log = [this](std::string_view line) { log_ += line; },
                          .now = [this] { return now_; }};
    SubmissionDoors doors_{
        {.live = live_, .office = office_, .gate = gate_, .mail_waits = [this] { ++mails_; }}};
    SubmissionDesk desk_{{.live = live_,
                          .office = office_,
                          .gate = gate_,
                          .mail_waits = [this] { ++mails_; },
                          .preview =
                              [](auto amend) {
                                  return generator::LiveSite::load_amended(
                                      centre().instance(), kNow, std::move(amend));
                              }}};
    Routes routes_{[this] {
        auto all = doors_.routes();
        for (auto& route : desk_.routes()) all.push_back(std::move(route));
        return all;
    }()};
};

TEST_F(SubmissionDeskTest, TakesTheLargestStepThatItDraws) {
    auto link = begin();
    fill(link);
    auto step = link + "/usluga-1/kiedy";
    std::string members = "schedules.count=30";
    for (int i = 1; i <= 30; ++i) {
        members += "&schedules." + std::to_string(i) + ".exceptions.count=30";
    }
    EXPECT_EQ(post_step(step, members + "&czynnosc=zapisz").status, 303);
    auto untouched = fuzz::sent_untouched(html(ask("GET", step)));
    EXPECT_EQ(ask("POST", step, untouched + "&czynnosc=zapisz").status, 303);
}

TEST_F(SubmissionDeskTest, LosesNoMemberOfAPublishedCardThatHasMoreThanTheFormAdds) {
    auto link = begin();
    auto dossier = published("klub-senior-plus");
    auto many = [](model::Node& cells, const char* group, std::size_t count) {
        auto members = exchange::take_list(cells, group);
        ASSERT_FALSE(members.empty()) << group;
        while (members.size() < count) {
            members.push_back(members[0]);
            set_cell(members.back(), "note", "Numer " + std::to_string(members.size()));
        }
        exchange::put(cells, group, model::Node{std::move(members)});
    };
    auto& service = dossier.services[0];
    auto schedules = service.groups("schedules");
    ASSERT_FALSE(schedules.empty());
    for (auto& each : schedules) {
        model::Node::Array exceptions;
        for (int day = 0; day < 40; ++day) {
            exceptions.push_back(exchange::ObjectMaker{}
                                     .add("date", "2027-01-" + std::to_string(day % 19 + 10))
                                     .add("kind", "closed")
                                     .add("note", "Przerwa " + std::to_string(day))
                                     .done());
        }
        exchange::put(each, "exceptions", model::Node{std::move(exceptions)});
    }
    exchange::put(service, "schedules", model::Node{std::move(schedules)});
    for (const auto* group : {"required_documents", "steps", "personal_data", "schedules"}) {
        many(service, group, 40);
    }
    auto cards = to_json(dossier);
    auto write = [&](const std::string&) { return cards; };
    auto number = found(link).case_number;
    office_.submissions().write_cards(number, write, kNow, model::parse_date("2027-01-01").value());
    for (const auto* step : {"jak", "kiedy", "prawo"}) {
        auto address = link + "/usluga-1/" + step;
        auto untouched = fuzz::sent_untouched(html(ask("GET", address)));
        ASSERT_LT(untouched.size(), 1024U * 1024U) << "a body that the server takes";
        EXPECT_EQ(ask("POST", address, untouched + "&czynnosc=zapisz").status, 303) << step;
    }
    auto kept = dossier_from_json(found(link).cards);
    for (const auto* group : {"required_documents", "steps", "personal_data", "schedules"}) {
        EXPECT_EQ(kept.services[0].groups(group).size(), 40U) << group;
    }
    EXPECT_EQ(kept.services[0].groups("schedules")[39].groups("exceptions").size(), 40U);
    for (const auto& each : differences(dossier, kept)) {
        ADD_FAILURE() << each.path << ": " << each.before << " → " << each.after;
    }
}

TEST_F(SubmissionDeskTest, BeginsADraftAndMailsTheWayBack) {
    auto link = begin();
    ASSERT_TRUE(link.starts_with("/zgloszenie/"));
    EXPECT_EQ(ask("GET", link).status, 200);
    EXPECT_EQ(ask("GET", link).header("Referrer-Policy"), "same-origin");
    auto mailed = mailed_link();
    EXPECT_NE(mailed, link);
    EXPECT_EQ(ask("GET", mailed).status, 200);
    EXPECT_EQ(mails_, 1);
    EXPECT_EQ(found(link).case_number, found(mailed).case_number);
}

TEST_F(SubmissionDeskTest, RefusesAnAddressThatIsNone) {
    auto form = token_of_form("/zglos-usluge");
    now_ += 60s;
    auto response = ask("POST", "/zglos-usluge", "formularz=" + form + "&email=biuro%40");
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "value=\"biuro@\""));
}

TEST_F(SubmissionDeskTest, KnowsNoLinkThatItDidNotGive) {
    for (const auto* wrong :
         {"/zgloszenie/x",
          "/zgloszenie/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "/zgloszenie/..%2f..",
          "/zgloszenie/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/usluga-1/nazwa"}) {
        EXPECT_EQ(ask("GET", wrong).status, 404) << wrong;
        EXPECT_EQ(ask("POST", wrong, "czynnosc=wyslij").status, 404) << wrong;
    }
    auto link = begin();
    EXPECT_EQ(ask("GET", link + "/usluga-9/nazwa").header("Location"), link) << "gone, perhaps";
    EXPECT_EQ(ask("GET", link + "/usluga-1/nie-ma").status, 404);
    EXPECT_EQ(ask("GET", link + "/usluga-1").status, 404);
}

TEST_F(SubmissionDeskTest, ShowsEveryStepOfEveryCard) {
    auto link = begin();
    ask("POST", link, "czynnosc=dodaj-miejsce");
    for (const auto* card : {"podmiot", "miejsce-1", "usluga-1"}) {
        for (const auto& step : steps_of(card_from_name(card)->kind)) {
            auto address = link + "/" + card + "/" + std::string{step.name};
            auto page = ask("GET", address + "?sprawdz=1");
            EXPECT_EQ(page.status, 200) << address;
        }
    }
}

TEST_F(SubmissionDeskTest, KeepsAStepAsItWasTypedAndTellsWhatIsWrong) {
    auto link = begin();
    auto step = link + "/usluga-1/dla-kogo";
    auto response = post_step(step, "minimum_age=osiemna%C5%9Bcie&domains.x=tak&czynnosc=dalej");
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "value=\"osiemnaście\""));
    EXPECT_TRUE(says(response, "href=\"#minimum_age\""));
    EXPECT_TRUE(says(ask("GET", step), "value=\"osiemnaście\""));
}

TEST_F(SubmissionDeskTest, TellsOfABrokenRuleAtTheStepThatBreaksIt) {
    auto link = begin();
    fill(link);
    auto step = link + "/podmiot/kontakt";
    auto response = post_step(step, "contacts.count=1&contacts.1.role=Biuro&czynnosc=dalej");
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "Wpisz telefon albo adres e-mail tej osoby."));
    EXPECT_TRUE(says(response, "value=\"Biuro\""));
}

TEST_F(SubmissionDeskTest, TakesAWebAddressAsPeopleReadItOut) {
    auto link = begin();
    post_step(link + "/podmiot/podmiot", "website=www.razem.example%2Fo-nas&czynnosc=zapisz");
    EXPECT_EQ(dossier_from_json(found(link).cards).provider.text("website"),
              "https://www.razem.example/o-nas");
}

TEST_F(SubmissionDeskTest, AsksForSimilarServicesOnceItKnowsWhatTheServiceIsAbout) {
    auto link = begin();
    auto law = link + "/usluga-1/prawo";
    EXPECT_FALSE(says(ask("GET", law), "name=\"related")) << "nobody knows slugs by heart";
    post_step(link + "/usluga-1/dla-kogo", "domains.wspieranie-rodziny=tak&czynnosc=zapisz");
    EXPECT_TRUE(says(ask("GET", law), "name=\"related."));
}

TEST_F(SubmissionDeskTest, SavesAnUnfinishedStepWithoutComplaint) {
    auto link = begin();
    auto response = post_step(link + "/usluga-1/nazwa", "name=Klub&czynnosc=zapisz");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.header("Location"), link);
    EXPECT_TRUE(says(ask("GET", link), "Usługa 1: Klub"));
}

TEST_F(SubmissionDeskTest, AddsAndRemovesMembersOfGroupsAndKeepsTheOthers) {
    auto link = begin();
    auto step = link + "/usluga-1/oplaty";
    auto added = post_step(
        step, "fees.count=1&fees.1.name=Obiad&fees.1.amount=12%2C50&czynnosc=dodaj%3Afees");
    EXPECT_EQ(added.status, 303);
    EXPECT_EQ(added.header("Location"), step + "#fees");
    auto page = ask("GET", step);
    EXPECT_TRUE(says(page, "value=\"12,50\""));
    EXPECT_TRUE(says(page, "id=\"fees.2\""));
    auto removed = post_step(step,
                             "fees.count=2&fees.1.name=Obiad&fees.2.name=Kolacja&"
                             "czynnosc=usun%3Afees.1");
    EXPECT_EQ(removed.status, 303);
    EXPECT_TRUE(says(ask("GET", step), "value=\"Kolacja\""));
    EXPECT_FALSE(says(ask("GET", step), "value=\"Obiad\""));
}

TEST_F(SubmissionDeskTest, AddsOneMemberForADoubleClickAndKeepsWhatAnOldPageDoesNotShow) {
    auto link = begin();
    auto step = link + "/usluga-1/oplaty";
    auto fees = [&] { return dossier_from_json(found(link).cards).services[0].groups("fees"); };
    for (int click = 0; click < 2; ++click) {
        post_step(step, "fees.count=1&fees.1.name=Obiad&czynnosc=dodaj%3Afees");
    }
    EXPECT_EQ(fees().size(), 2U);
    post_step(step, "fees.count=2&fees.1.name=Obiad&fees.2.name=Kolacja&czynnosc=zapisz");
    // The back button leads to the page as it was before the second fee.
    post_step(step, "fees.count=1&fees.1.name=Zupa&czynnosc=zapisz");
    ASSERT_EQ(fees().size(), 2U);
    EXPECT_EQ(fees()[0].text("name"), "Zupa");
    EXPECT_EQ(fees()[1].text("name"), "Kolacja");
    for (int click = 0; click < 2; ++click) {
        post_step(step, "fees.count=2&fees.1.name=Zupa&fees.2.name=Kolacja&czynnosc=usun%3Afees.1");
    }
    ASSERT_EQ(fees().size(), 1U);
    EXPECT_EQ(fees()[0].text("name"), "Kolacja");
}

TEST_F(SubmissionDeskTest, SaysThatAGroupIsFullAndStaysAtTheStep) {
    auto link = begin();
    auto step = link + "/usluga-1/oplaty";
    EXPECT_TRUE(says(ask("GET", step), "value=\"dodaj:fees\""));
    auto full = post_step(step, "fees.count=30&czynnosc=dodaj%3Afees");
    EXPECT_EQ(full.header("Location"), step);
    auto page = ask("GET", step);
    EXPECT_FALSE(says(page, "value=\"dodaj:fees\""));
    EXPECT_TRUE(says(page, "Więcej pozycji już się tu nie zmieści"));
}

TEST_F(SubmissionDeskTest, AsksForDaysInTwoQuestions) {
    auto link = begin();
    auto step = link + "/usluga-1/kiedy";
    post_step(step,
              "schedules.count=1&schedules.1.days.mo=tak&schedules.1.days.we=tak&"
              "schedules.1.days.ordinal=3&czynnosc=zapisz");
    auto dossier = dossier_from_json(found(link).cards);
    EXPECT_EQ(dossier.services[0].groups("schedules")[0].text("days"), "3mo\n3we");
}

TEST_F(SubmissionDeskTest, LetsNoOtherSiteWriteInADraft) {
    auto link = begin();
    auto response = post_step(link + "/usluga-1/nazwa",
                              "name=Klub&czynnosc=zapisz",
                              {},
                              {{"Sec-Fetch-Site", "cross-site"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "value=\"Klub\""));
    EXPECT_FALSE(says(ask("GET", link), "Usługa 1: Klub"));
}

TEST_F(SubmissionDeskTest, ShowsAStepAgainThatItCannotKeepNow) {
    auto link = begin();
    auto step = link + "/usluga-1/nazwa";
    {
        SQLite::Database other{(folder_.path() / "office.db").string(), SQLite::OPEN_READWRITE};
        SQLite::Transaction held{other, SQLite::TransactionBehavior::IMMEDIATE};
        auto response = post_step(step, "name=Klub&czynnosc=zapisz");
        EXPECT_EQ(response.status, 503);
        EXPECT_TRUE(says(response, "value=\"Klub\""));
        EXPECT_TRUE(says(response, "tel:"));
        EXPECT_NE(log_.find("OFFICE"), std::string::npos);
        EXPECT_EQ(log_.find("Klub"), std::string::npos);
    }
    EXPECT_EQ(post_step(step, "name=Klub&czynnosc=zapisz").status, 303);
}

TEST_F(SubmissionDeskTest, SendsNothingThatIsNotWhole) {
    auto link = begin();
    auto response = ask("POST", link, "czynnosc=wyslij");
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "href=\"" + link + "/podmiot/podmiot\""));
    EXPECT_EQ(found(link).state, SubmissionState::Draft);
}

TEST_F(SubmissionDeskTest, TellsOfStepsThatNobodyHasBegunAndOnlyThenOfFields) {
    auto link = begin();
    auto sent = [&] { return ask("POST", link, "czynnosc=wyslij"); };
    EXPECT_TRUE(says(sent(), "Zostało: 10 kroków do wypełnienia."));
    EXPECT_TRUE(says(sent(), "jeszcze niewypełniony"));
    EXPECT_FALSE(says(sent(), "?sprawdz=1#")) << "no field of a step that is empty";

    post_step(link + "/usluga-1/nazwa", "name=Klub&kind=service&czynnosc=zapisz");
    post_step(link + "/podmiot/kontakt",
              "contacts.count=1&contacts.1.role=Biuro&contacts.1.phone=1&czynnosc=zapisz");
    auto begun = sent();
    EXPECT_TRUE(says(begun, link + "/usluga-1/nazwa?sprawdz=1#summary"));
    EXPECT_TRUE(says(begun, link + "/podmiot/kontakt?sprawdz=1#contacts.1.phone"));
    EXPECT_FALSE(says(begun, "/usluga-1/gdzie?sprawdz=1"));
    EXPECT_TRUE(says(begun, "Zostało: 8 kroków do wypełnienia i\u00a05 pól do poprawienia."));
    EXPECT_TRUE(says(begun, "4 pola do poprawienia"));
    EXPECT_TRUE(says(begun, "1 pole do poprawienia"));
}

TEST_F(SubmissionDeskTest, SaysOfEachStepHowFarItIs) {
    auto link = begin();
    auto desk = html(ask("GET", link));
    EXPECT_NE(desk.find("Jeszcze niewypełniony"), std::string::npos);
    EXPECT_EQ(desk.find("Gotowe</span>"), std::string::npos) << "nothing is ready yet";
    fill(link);
    desk = html(ask("GET", link));
    EXPECT_EQ(desk.find("Jeszcze niewypełniony"), std::string::npos);
    EXPECT_NE(desk.find("Gotowe"), std::string::npos);
}

TEST_F(SubmissionDeskTest, ListsTheRemarksOfTheOfficeWithTheWayToEachField) {
    auto link = (begin(), mailed_link());
    fill(link);
    ask("POST", link, "czynnosc=wyslij");
    auto step = db::Submissions::Step{
        .action = model::SubmissionAction::Correct,
        .at = kNow,
        .remarks = {{"usluga-1.summary", "Napisz, kiedy."}, {"usluga-1", "Już jest."}},
        .actor = "ania"};
    step.purge_on = model::parse_date("2027-01-01").value();
    ASSERT_TRUE(office_.submissions().take(found(link).case_number, step));
    auto desk = ask("GET", link);
    EXPECT_TRUE(says(desk, "href=\"" + link + "/usluga-1/nazwa#summary\""));
    EXPECT_TRUE(says(desk, "Usługa 1, Usługa w\u00a0jednym zdaniu: Napisz, kiedy."));
    EXPECT_TRUE(says(desk, "<li>Usługa 1: Już jest.</li>"));
}

TEST_F(SubmissionDeskTest, SaysThatSomethingIsToBeMendedInTheWindowAlone) {
    auto form = token_of_form("/zglos-usluge");
    now_ += 60s;
    auto wrong = html(ask("POST", "/zglos-usluge", "formularz=" + form + "&email=biuro"));
    auto first = wrong.find("Do poprawienia: ");
    EXPECT_LT(first, wrong.find("</title>"));
    EXPECT_EQ(wrong.find("Do poprawienia: ", first + 1), std::string::npos)
        << "neither in the breadcrumbs nor for those who share the page";
    auto step = html(post_step(begin() + "/usluga-1/nazwa", "name=Klub&czynnosc=dalej"));
    first = step.find("Do poprawienia: ");
    EXPECT_LT(first, step.find("</title>"));
    EXPECT_EQ(step.find("Do poprawienia: ", first + 1), std::string::npos);
}

TEST_F(SubmissionDeskTest, WaitsForTheAddressToBeProvedByTheMailedLinkAlone) {
    auto link = begin();
    fill(link);
    EXPECT_EQ(ask("POST", link, "czynnosc=wyslij").status, 303);
    EXPECT_EQ(found(link).state, SubmissionState::Unverified);
    ask("POST", link, "czynnosc=potwierdz");
    EXPECT_EQ(found(link).state, SubmissionState::Unverified);
    auto mailed = mailed_link();
    // Mail programs look at links.
    EXPECT_TRUE(says(ask("GET", mailed), "naciśnij „Potwierdź adres i\u00a0wyślij zgłoszenie”"));
    EXPECT_EQ(found(link).state, SubmissionState::Unverified);
    EXPECT_EQ(ask("POST", mailed, "czynnosc=potwierdz").status, 303);
    EXPECT_EQ(found(link).state, SubmissionState::Sent);
}

TEST_F(SubmissionDeskTest, GoesStraightToTheOfficeWhenTheLinkCameByMail) {
    begin();
    auto mailed = mailed_link();
    fill(mailed);
    EXPECT_EQ(ask("POST", mailed, "czynnosc=wyslij").status, 303);
    EXPECT_EQ(found(mailed).state, SubmissionState::Sent);
}

TEST_F(SubmissionDeskTest, ShowsTheServiceAsItWillLook) {
    auto link = begin();
    fill(link);
    auto page = ask("GET", link + "/usluga-1/podglad");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "<h1"));
    EXPECT_TRUE(says(page, "Wieczorna szkoła tanga"));
    EXPECT_TRUE(says(page, "ok-draft"));
    EXPECT_TRUE(says(page, "href=\"" + link + "\"")) << "the way back to the draft";
}

TEST_F(SubmissionDeskTest, WarnsOfAServiceThatMayBeThereAlready) {
    auto link = begin();
    post_step(link + "/usluga-1/nazwa",
              "name=Wypo%C5%BCyczanie+sprz%C4%99tu+rehabilitacyjnego&czynnosc=zapisz");
    EXPECT_TRUE(says(ask("GET", link), "/uslugi/wypozyczalnia-sprzetu-rehabilitacyjnego/"));
}

TEST_F(SubmissionDeskTest, ShowsWhatWasTypedWhenTheDraftWasSentMeanwhile) {
    auto mailed = (begin(), mailed_link());
    fill(mailed);
    auto card = dossier_from_json(found(mailed).cards).services[0].text("id");
    ask("POST", mailed, "czynnosc=wyslij");
    auto late = post_step(mailed + "/usluga-1/nazwa", "name=Inna+nazwa&czynnosc=zapisz", card);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(says(late, "value=\"Inna nazwa\""));
    EXPECT_EQ(ask("POST", mailed, "czynnosc=popraw").status, 303);
    EXPECT_EQ(found(mailed).state, SubmissionState::Draft);
}

TEST_F(SubmissionDeskTest, WritesInNoOtherCardWhenOneWasRemovedMeanwhile) {
    auto link = begin();
    ask("POST", link, "czynnosc=dodaj-usluge");
    post_step(link + "/usluga-1/nazwa", "name=Pierwsza&czynnosc=zapisz");
    post_step(link + "/usluga-2/nazwa", "name=Druga&czynnosc=zapisz");
    auto first = dossier_from_json(found(link).cards).services[0].text("id");
    ask("POST", link, "czynnosc=usun%3Ausluga-1");
    // A window that still shows the first service.
    auto late = post_step(link + "/usluga-1/nazwa", "name=Poprawiona&czynnosc=zapisz", first);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(says(late, "value=\"Poprawiona\""));
    auto services = dossier_from_json(found(link).cards).services;
    ASSERT_EQ(services.size(), 1U);
    EXPECT_EQ(services[0].text("name"), "Druga");
}

TEST_F(SubmissionDeskTest, ForgetsAPlaceWhereItWasChosen) {
    auto link = begin();
    ask("POST", link, "czynnosc=dodaj-miejsce");
    post_step(link + "/miejsce-1/miejsce", "name=Remiza&czynnosc=zapisz");
    auto place = dossier_from_json(found(link).cards).places[0].text("id");
    post_step(link + "/usluga-1/gdzie", "places." + place + "=tak&czynnosc=zapisz");
    EXPECT_EQ(dossier_from_json(found(link).cards).services[0].text("places"), place);
    ask("POST", link, "czynnosc=usun%3Amiejsce-1");
    EXPECT_EQ(dossier_from_json(found(link).cards).services[0].text("places"), "");
}

TEST_F(SubmissionDeskTest, AsksForTheServiceBeforeItAsksForTheAddress) {
    for (const auto* address : {"/zmien-usluge", "/zmien-usluge?usluga=nie-ma"}) {
        auto page = ask("GET", address);
        EXPECT_EQ(page.status, 200) << address;
        EXPECT_TRUE(says(page, "href=\"/uslugi/\"")) << address;
        EXPECT_FALSE(says(page, "name=\"email\"")) << address;
    }
}

TEST_F(SubmissionDeskTest, SaysTheSameToAnAddressThatItKnowsAndToOneThatItDoesNot) {
    auto service = "klub-senior-plus";
    auto known = published(service).provider.text("email");
    ASSERT_FALSE(known.empty());
    for (const auto& email : {known, std::string{"obcy@example.org"}}) {
        auto form = token_of_form("/zmien-usluge?usluga=" + std::string{service});
        now_ += 60s;
        auto response = ask("POST",
                            "/zmien-usluge",
                            "formularz=" + form + "&usluga=" + service + "&email=" + email);
        EXPECT_EQ(response.status, 303);
        EXPECT_EQ(response.header("Location"), "/zmien-usluge/wyslane");
    }
    auto mails = office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_), 9);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.recipient, known);
    auto page = ask("GET", mailed_link());
    EXPECT_TRUE(says(page, "Potwierdzam, dane są aktualne"));
}

TEST_F(SubmissionDeskTest, ConfirmsAfterAStepWasSavedAsItStood) {
    auto service = std::string{"klub-senior-plus"};
    auto known = published(service).provider.text("email");
    auto form = token_of_form("/zmien-usluge?usluga=" + service);
    now_ += 60s;
    ask("POST", "/zmien-usluge", "formularz=" + form + "&usluga=" + service + "&email=" + known);
    auto link = mailed_link();
    for (const auto* card : {"podmiot", "usluga-1"}) {
        for (const auto& step : steps_of(card_from_name(card)->kind)) {
            auto address = link + "/" + card + "/" + std::string{step.name};
            auto untouched = fuzz::sent_untouched(html(ask("GET", address)));
            EXPECT_EQ(ask("POST", address, untouched + "&czynnosc=dalej").status, 303) << address;
        }
    }
    EXPECT_TRUE(says(ask("GET", link), "Potwierdzam, dane są aktualne"));
}

struct BadStep {
    const char* name;
    const char* body;
    int status;
};

/// What no browser of a person sends to a step, and what comes of it. Whatever it is, the draft can
/// be written in afterwards.
const BadStep kBadSteps[] = {
    {"nothing at all", "", 422},
    {"half an escape", "name=%4", 400},
    {"a byte of no character", "name=%FF", 400},
    {"a surrogate", "name=%ED%A0%80", 400},
    {"a slash in two bytes", "name=%C0%AF", 400},
    {"a field twice", "name=a&name=b", 400},
    {"a field twice, once empty", "name=&name=b", 400},
    {"a zero byte", "name=a%00b&czynnosc=zapisz", 303},
    {"turned direction", "name=a%E2%80%AEb&czynnosc=zapisz", 303},
    {"an action of nobody", "name=a&czynnosc=wszystko", 422},
    {"an action with a script", "czynnosc=%3Cscript%3E", 422},
    {"a member of no group", "czynnosc=dodaj%3Anie-ma", 303},
    {"a member of a field", "czynnosc=dodaj%3Aname", 303},
    {"a member of a group of another step", "czynnosc=dodaj%3Afees", 303},
    {"the first of nothing", "czynnosc=usun%3Ascope.1", 303},
    {"the zeroth member", "czynnosc=usun%3Afees.0", 303},
    {"a member beyond numbers", "czynnosc=usun%3Afees.99999999999999999999", 303},
    {"a negative member", "czynnosc=usun%3Afees.-1", 303},
    {"a path that goes on and on", "czynnosc=dodaj%3Afees.1.fees.1.fees", 303},
    {"a path of dots", "czynnosc=dodaj%3A....", 303},
    {"an id of its own", "id=00000000-0000-4000-8000-000000000000&name=a&czynnosc=zapisz", 303},
    {"a slug of its own", "slug=klub-senior-plus&name=a&czynnosc=zapisz", 303},
    {"another provider", "provider=cus&verified_on=2020-01-01&czynnosc=zapisz", 303},
};

TEST_F(SubmissionDeskTest, OutlivesWhatNoBrowserSends) {
    auto link = begin();
    auto step = link + "/usluga-1/nazwa";
    auto id = dossier_from_json(found(link).cards).services[0].text("id");
    for (const auto& bad : kBadSteps) {
        auto response = post_step(step, bad.body);
        EXPECT_EQ(response.status, bad.status) << bad.name;
        EXPECT_FALSE(says(response, "<script>\"")) << bad.name;
        EXPECT_EQ(post_step(step, "name=Klub&czynnosc=zapisz").status, 303) << bad.name;
    }
    auto cells = dossier_from_json(found(link).cards).services[0];
    EXPECT_EQ(cells.text("id"), id);
    for (const auto* key : {"slug", "provider", "verified_on"}) EXPECT_EQ(cells.text(key), "");
}

TEST_F(SubmissionDeskTest, BoundsWhatOneStepCanHold) {
    auto link = begin();
    auto step = link + "/usluga-1/oplaty";
    for (const auto* count : {"31", "4000000000", "99999999999999999999", "-1", "x"}) {
        post_step(step, "fees.count=" + std::string{count} + "&fees.1.name=a&czynnosc=zapisz");
        auto fees = dossier_from_json(found(link).cards).services[0].groups("fees").size();
        EXPECT_LE(fees, 30U) << count;
    }
    std::string many;
    for (std::size_t i = 0; i <= kMostStepInputs; ++i) many += "a" + std::to_string(i) + "=1&";
    EXPECT_EQ(post_step(step, many).status, 400);
    for (int i = 0; i < 40; ++i) ask("POST", link, "czynnosc=dodaj-usluge");
    EXPECT_LE(dossier_from_json(found(link).cards).cards().size(), 20U);
}

TEST_F(SubmissionDeskTest, TakesNoAddressThatHoldsAHeader) {
    for (const auto* email : {"a%40b.pl%0D%0ABcc%3A+c%40d.pl",
                              "a%40b.pl%0ABcc%3A+c%40d.pl",
                              "a%40b.pl%2Cc%40d.pl",
                              "%3Ca%40b.pl%3E",
                              "a%40b.pl%3E%0D%0ARCPT+TO%3A%3Cx%40y.pl",
                              "a%40b%40c.pl",
                              "a%40",
                              "a%40127.0.0.1",
                              "a%40b.pl%3Fsubject%3Dx"}) {
        auto form = token_of_form("/zglos-usluge");
        now_ += 60s;
        auto response =
            ask("POST", "/zglos-usluge", "formularz=" + form + "&email=" + std::string{email});
        EXPECT_EQ(response.status, 422) << email;
    }
    EXPECT_TRUE(office_.due_mails(kNow + 48h, 9).empty());
}

TEST_F(SubmissionDeskTest, ExecutesNoScriptThatSomebodyTypes) {
    const std::string script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    auto link = begin();
    for (const auto& step : steps_of(CardKind::Service)) {
        std::string body;
        for (auto key : step.keys) body += std::string{key} + "=" + script + "&";
        body += "contacts.count=1&contacts.1.role=" + script + "&czynnosc=dalej";
        auto address = link + "/usluga-1/" + std::string{step.name};
        EXPECT_FALSE(says(post_step(address, body), "<script>alert")) << address;
        EXPECT_FALSE(says(ask("GET", address), "<script>alert")) << address;
    }
    EXPECT_FALSE(says(ask("GET", link), "<script>alert"));
}

TEST_F(SubmissionDeskTest, SpeaksTheLanguageOfTheFormAlsoOfRulesBetweenFields) {
    auto form = token_of_form("/uk/zglos-usluge");
    now_ += 60s;
    auto link = ask("POST", "/uk/zglos-usluge", "formularz=" + form + "&email=a%40example.org")
                    .header("Location");
    fill(link);
    office_.submissions().write_cards(
        found(link).case_number,
        [](const std::string& cards) {
            auto dossier = dossier_from_json(cards);
            set_cell(dossier.services[0], "minimum_age", "70");
            set_cell(dossier.services[0], "maximum_age", "60");
            return to_json(dossier);
        },
        kNow,
        model::parse_date("2027-01-01").value());
    auto desk = ask("POST", link, "czynnosc=wyslij");
    EXPECT_EQ(desk.status, 422);
    constexpr auto kSaid = "Найвищий вік нижчий за найнижчий";
    EXPECT_TRUE(says(desk, kSaid));
    EXPECT_FALSE(says(desk, "najwyższy wiek"));
    EXPECT_TRUE(says(ask("GET", link + "/usluga-1/dla-kogo?sprawdz=1"), kSaid))
        << "beside the field, where the desk leads to";
}

TEST_F(SubmissionDeskTest, HasWordsForEveryRuleInEveryLanguage) {
    using language::Language;
    for (auto language : {Language::Polish, Language::English, Language::Ukrainian}) {
        for (auto rule : model::Choice<model::CardRule>::kNames) {
            auto key = "card_rule." + std::string{rule};
            EXPECT_NE(live_site()->site().words_in(language).find(key), nullptr) << key;
        }
    }
}

TEST_F(SubmissionDeskTest, WarnsOfAPeselOnceAndKeepsIt) {
    auto link = begin();
    auto step = link + "/podmiot/podmiot";
    for (const auto* action : {"dalej", "zapisz"}) {
        auto body = "name=Fundacja&profile=Prezes+44051401359&czynnosc=" + std::string{action};
        auto warned = post_step(step, body);
        EXPECT_EQ(warned.status, 422) << action;
        EXPECT_TRUE(says(warned, "To wygląda jak numer PESEL")) << html(warned);
        EXPECT_TRUE(says(warned, "name=\"pesel\" value=\"tak\""));
        EXPECT_TRUE(says(warned, "Prezes 44051401359")) << "nothing typed is lost";
    }
    auto meant = post_step(step, "name=Fundacja&profile=44051401359&pesel=tak&czynnosc=zapisz");
    EXPECT_EQ(meant.status, 303);
    EXPECT_FALSE(says(ask("GET", step), "name=\"pesel\""));
}

TEST_F(SubmissionDeskTest, ComesBackWholeWhileTheSubmissionCannotBeRead) {
    auto link = begin();
    auto office = folder_.path() / "office.db";
    std::filesystem::rename(office, folder_.path() / "away");
    auto desk = ask("GET", link);
    EXPECT_EQ(desk.status, 503);
    EXPECT_TRUE(says(desk, "Nie możemy teraz pokazać zgłoszenia"));
    auto step = post_step(link + "/usluga-1/nazwa", "name=Wieczorne+tańce", "karta-1");
    EXPECT_EQ(step.status, 503);
    EXPECT_TRUE(says(step, "value=\"Wieczorne tańce\""));
    EXPECT_TRUE(says(step, "value=\"karta-1\"")) << "so that it can be sent again";
    EXPECT_EQ(step.header("Referrer-Policy"), "same-origin");
    std::filesystem::rename(folder_.path() / "away", office);
    EXPECT_EQ(ask("GET", link).status, 200);
}

TEST_F(SubmissionDeskTest, KeepsWhatWasTypedIntoACardThatAnotherWindowRemoved) {
    auto link = begin();
    ASSERT_EQ(ask("POST", link, "czynnosc=usun:usluga-1").status, 303);
    auto step = post_step(link + "/usluga-1/nazwa", "name=Wieczorne+tańce", "karta-1");
    EXPECT_EQ(step.status, 409);
    EXPECT_TRUE(says(step, "Tego zgłoszenia nie można teraz zmieniać"));
    EXPECT_TRUE(says(step, "value=\"Wieczorne tańce\""));
    EXPECT_EQ(ask("GET", link + "/usluga-1/nazwa").header("Location"), link);
    EXPECT_EQ(post_step(link + "/usluga-18446744073709551615/nazwa", "name=X", "k").status, 404);
}

TEST_F(SubmissionDeskTest, LetsGoOfAnAnswerThatNobodyNeedsToGive) {
    auto link = begin();
    auto law = link + "/usluga-1/prawo";
    constexpr auto kNone = "Zostaw bez odpowiedzi";
    EXPECT_TRUE(says(ask("GET", law), kNone));
    post_step(law, "programme=program-uslug-spolecznych-2026-2028&czynnosc=zapisz");
    auto programme = [&] {
        return dossier_from_json(found(link).cards).services[0].text("programme");
    };
    EXPECT_FALSE(programme().empty());
    post_step(law, "programme=&czynnosc=zapisz");
    EXPECT_TRUE(programme().empty());
}

}  // namespace
}  // namespace okienko::server
