#include "server/submission/spoken_value.hpp"

#include "tests/server/submission/submission_desk_fixture.hpp"

namespace okienko::server {
namespace {

class SpokenValueTest : public SubmissionDeskTest {
  protected:
    static std::string spoken(std::string_view path, const std::string& text) {
        auto dossier = published("klub-senior-plus");
        FieldOptions options{*live_site(), dossier, language::Language::Polish};
        return spoken_value(dossier.services[0],
                            CardKind::Service,
                            path,
                            text,
                            options,
                            live_site()->site().words_in(language::Language::Polish));
    }
};

TEST_F(SpokenValueTest, NamesDaysAsTheyFitEveryWeekday) {
    EXPECT_EQ(spoken("schedules.1.days", "tu\n3we"), "wtorek\nśroda (trzeci)");
    EXPECT_EQ(spoken("schedules.1.days", "co jakiś czas"), "co jakiś czas");
}

TEST_F(SpokenValueTest, LeavesOtherTextsAsTheyAre) {
    EXPECT_EQ(spoken("name", "Klub Malucha"), "Klub Malucha");
    EXPECT_EQ(spoken("nie-ma", "tekst"), "tekst");
}

}  // namespace
}  // namespace okienko::server
