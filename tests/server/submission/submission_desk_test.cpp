#include "server/submission/submission_desk.hpp"

#include "tests/fuzz/drawn_form.hpp"
#include "tests/server/submission/submission_desk_fixture.hpp"

namespace okienko::server {
namespace {

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

TEST_F(SubmissionDeskTest, SendsNothingThatIsNotWhole) {
    auto link = begin();
    auto response = ask("POST", link, "czynnosc=wyslij");
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "href=\"" + link + "/podmiot/podmiot\""));
    EXPECT_EQ(found(link).state, SubmissionState::Draft);
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

TEST_F(SubmissionDeskTest, AsksForTheServiceBeforeItAsksForTheAddress) {
    for (const auto* address : {"/zmien-usluge", "/zmien-usluge?usluga=nie-ma"}) {
        auto page = ask("GET", address);
        EXPECT_EQ(page.status, 200) << address;
        EXPECT_TRUE(says(page, "href=\"/uslugi/\"")) << address;
        EXPECT_FALSE(says(page, "name=\"email\"")) << address;
    }
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

TEST_F(SubmissionDeskTest, TellsOfStepsThatNobodyHasBegunAndOnlyThenOfFields) {
    auto link = begin();
    auto sent = [&] { return ask("POST", link, "czynnosc=wyslij"); };
    EXPECT_TRUE(says(sent(), "Zostało: 10\u00a0kroków do wypełnienia."));
    EXPECT_TRUE(says(sent(), "jeszcze niewypełniony"));
    EXPECT_FALSE(says(sent(), "?sprawdz=1#")) << "no field of a step that is empty";

    post_step(link + "/usluga-1/nazwa", "name=Klub&kind=service&czynnosc=zapisz");
    post_step(link + "/podmiot/kontakt",
              "contacts.count=1&contacts.1.role=Biuro&contacts.1.phone=1&czynnosc=zapisz");
    auto begun = sent();
    EXPECT_TRUE(says(begun, link + "/usluga-1/nazwa?sprawdz=1#summary"));
    EXPECT_TRUE(says(begun, link + "/podmiot/kontakt?sprawdz=1#contacts.1.phone"));
    EXPECT_FALSE(says(begun, "/usluga-1/gdzie?sprawdz=1"));
    EXPECT_TRUE(
        says(begun, "Zostało: 8\u00a0kroków do wypełnienia i\u00a05\u00a0pól do poprawienia."));
    EXPECT_TRUE(says(begun, "4\u00a0pola do poprawienia"));
    EXPECT_TRUE(says(begun, "1\u00a0pole do poprawienia"));
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

}  // namespace
}  // namespace okienko::server
