#include "exchange/node_table.hpp"
#include "server/submission/differences.hpp"
#include "tests/fuzz/drawn_form.hpp"
#include "tests/server/submission/submission_desk_fixture.hpp"

namespace okienko::server {
namespace {

/// Steps: what is shown, typed, kept, and said about it.
class SubmissionStepsTest : public SubmissionDeskTest {};

TEST_F(SubmissionStepsTest, TakesTheLargestStepThatItDraws) {
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

TEST_F(SubmissionStepsTest, ShowsEveryStepOfEveryCard) {
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

TEST_F(SubmissionStepsTest, KeepsAStepAsItWasTypedAndTellsWhatIsWrong) {
    auto link = begin();
    auto step = link + "/usluga-1/dla-kogo";
    auto response = post_step(step, "minimum_age=osiemna%C5%9Bcie&domains.x=tak&czynnosc=dalej");
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "value=\"osiemnaście\""));
    EXPECT_TRUE(says(response, "href=\"#minimum_age\""));
    EXPECT_TRUE(says(ask("GET", step), "value=\"osiemnaście\""));
}

TEST_F(SubmissionStepsTest, SavesAnUnfinishedStepWithoutComplaint) {
    auto link = begin();
    auto response = post_step(link + "/usluga-1/nazwa", "name=Klub&czynnosc=zapisz");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.header("Location"), link);
    EXPECT_TRUE(says(ask("GET", link), "Usługa 1: Klub"));
}

TEST_F(SubmissionStepsTest, AddsAndRemovesMembersOfGroupsAndKeepsTheOthers) {
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

TEST_F(SubmissionStepsTest, AsksForDaysInTwoQuestions) {
    auto link = begin();
    auto step = link + "/usluga-1/kiedy";
    post_step(step,
              "schedules.count=1&schedules.1.days.mo=tak&schedules.1.days.we=tak&"
              "schedules.1.days.ordinal=3&czynnosc=zapisz");
    auto dossier = dossier_from_json(found(link).cards);
    EXPECT_EQ(dossier.services[0].groups("schedules")[0].text("days"), "3mo\n3we");
}

TEST_F(SubmissionStepsTest, ShowsAStepAgainThatItCannotKeepNow) {
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

TEST_F(SubmissionStepsTest, ForgetsAPlaceWhereItWasChosen) {
    auto link = begin();
    ask("POST", link, "czynnosc=dodaj-miejsce");
    post_step(link + "/miejsce-1/miejsce", "name=Remiza&czynnosc=zapisz");
    auto place = dossier_from_json(found(link).cards).places[0].text("id");
    post_step(link + "/usluga-1/gdzie", "places." + place + "=tak&czynnosc=zapisz");
    EXPECT_EQ(dossier_from_json(found(link).cards).services[0].text("places"), place);
    ask("POST", link, "czynnosc=usun%3Amiejsce-1");
    EXPECT_EQ(dossier_from_json(found(link).cards).services[0].text("places"), "");
}

TEST_F(SubmissionStepsTest, SpeaksTheLanguageOfTheFormAlsoOfRulesBetweenFields) {
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

TEST_F(SubmissionStepsTest, HasWordsForEveryRuleInEveryLanguage) {
    using language::Language;
    for (auto language : {Language::Polish, Language::English, Language::Ukrainian}) {
        for (auto rule : model::Choice<model::CardRule>::kNames) {
            auto key = "card_rule." + std::string{rule};
            EXPECT_NE(live_site()->site().words_in(language).find(key), nullptr) << key;
        }
    }
}

TEST_F(SubmissionStepsTest, WarnsOfAPeselOnceAndKeepsIt) {
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

TEST_F(SubmissionStepsTest, LetsGoOfAnAnswerThatNobodyNeedsToGive) {
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

TEST_F(SubmissionStepsTest, LosesNoMemberOfAPublishedCardThatHasMoreThanTheFormAdds) {
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

TEST_F(SubmissionStepsTest, TakesAWebAddressAsPeopleReadItOut) {
    auto link = begin();
    post_step(link + "/podmiot/podmiot", "website=www.razem.example%2Fo-nas&czynnosc=zapisz");
    EXPECT_EQ(dossier_from_json(found(link).cards).provider.text("website"),
              "https://www.razem.example/o-nas");
}

TEST_F(SubmissionStepsTest, AddsOneMemberForADoubleClickAndKeepsWhatAnOldPageDoesNotShow) {
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

TEST_F(SubmissionStepsTest, SaysThatAGroupIsFullAndStaysAtTheStep) {
    auto link = begin();
    auto step = link + "/usluga-1/oplaty";
    EXPECT_TRUE(says(ask("GET", step), "value=\"dodaj:fees\""));
    auto full = post_step(step, "fees.count=30&czynnosc=dodaj%3Afees");
    EXPECT_EQ(full.header("Location"), step);
    auto page = ask("GET", step);
    EXPECT_FALSE(says(page, "value=\"dodaj:fees\""));
    EXPECT_TRUE(says(page, "Więcej pozycji już się tu nie zmieści"));
}

TEST_F(SubmissionStepsTest, AsksForSimilarServicesOnceItKnowsWhatTheServiceIsAbout) {
    auto link = begin();
    auto law = link + "/usluga-1/prawo";
    EXPECT_FALSE(says(ask("GET", law), "name=\"related")) << "nobody knows slugs by heart";
    post_step(link + "/usluga-1/dla-kogo", "domains.wspieranie-rodziny=tak&czynnosc=zapisz");
    EXPECT_TRUE(says(ask("GET", law), "name=\"related."));
}

}  // namespace
}  // namespace okienko::server
