#include "server/submission/submission_desk.hpp"

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
    EXPECT_TRUE(says(response, link + "/podmiot/podmiot?sprawdz=1#name"));
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
    ask("GET", mailed);  // Mail programs look at links.
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

}  // namespace
}  // namespace okienko::server
