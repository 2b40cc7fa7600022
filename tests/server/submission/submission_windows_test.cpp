#include "tests/server/submission/submission_desk_fixture.hpp"

namespace okienko::server {
namespace {

/// Drafts that change while somebody types.
class SubmissionWindowsTest : public SubmissionDeskTest {};

TEST_F(SubmissionWindowsTest, ShowsWhatWasTypedWhenTheDraftWasSentMeanwhile) {
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

TEST_F(SubmissionWindowsTest, WritesInNoOtherCardWhenOneWasRemovedMeanwhile) {
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

TEST_F(SubmissionWindowsTest, ComesBackWholeWhileTheSubmissionCannotBeRead) {
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

TEST_F(SubmissionWindowsTest, KeepsWhatWasTypedIntoACardThatAnotherWindowRemoved) {
    auto link = begin();
    ASSERT_EQ(ask("POST", link, "czynnosc=usun:usluga-1").status, 303);
    auto step = post_step(link + "/usluga-1/nazwa", "name=Wieczorne+tańce", "karta-1");
    EXPECT_EQ(step.status, 409);
    EXPECT_TRUE(says(step, "Tego zgłoszenia nie można teraz zmieniać"));
    EXPECT_TRUE(says(step, "value=\"Wieczorne tańce\""));
    EXPECT_EQ(ask("GET", link + "/usluga-1/nazwa").header("Location"), link);
    EXPECT_EQ(post_step(link + "/usluga-18446744073709551615/nazwa", "name=X", "k").status, 404);
}

}  // namespace
}  // namespace okienko::server
