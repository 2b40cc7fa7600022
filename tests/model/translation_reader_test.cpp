#include "model/translation_reader.hpp"

#include <gtest/gtest.h>

#include "db/toml_reader.hpp"
#include "model/card_fields.hpp"

namespace okienko::model {
namespace {

constexpr const char* kCard = R"(
name = "Klub"
summary = "Spotkania."
scope = ["gry", "śpiew"]
fee_mode = "free"

[[steps]]
title = "Zadzwoń"
text = "Powiedz, o co chodzi."

[[steps]]
title = "Przyjdź"
text = "Zobacz salę."

[[schedules]]
title = "Gry"
days = ["mo"]

[[schedules.exceptions]]
note = "Przerwa."
)";

Document document(const std::string& file, const std::string& text) {
    auto read = db::read_toml(file, text);
    EXPECT_TRUE(read.ok());
    return read.ok() ? std::move(read).value() : Document{};
}

Checked<std::vector<TranslatedText>, Problem> read(const std::string& translation) {
    return read_translation(
        document("klub.uk.toml", translation), document("klub.toml", kCard), service_fields());
}

using Texts = std::vector<TranslatedText>;

/// "line: message → remedy" of each problem.
std::vector<std::string> complaints(const std::string& translation) {
    auto texts = read(translation);
    std::vector<std::string> all;
    if (texts.ok()) return all;
    for (const auto& problem : texts.problems()) {
        all.push_back(std::to_string(std::get<SourcePosition>(problem.at).line) + ": " +
                      problem.message + " → " + problem.remedy);
    }
    return all;
}

using Complaints = std::vector<std::string>;

TEST(ReadTranslation, TakesAnyOfTheTextsWithWhatTheCardSaysThere) {
    auto texts = read(R"(
name = "Клуб"
scope = ["ігри", "спів"]
[[steps]]
title = "Зателефонуйте"
)");
    ASSERT_TRUE(texts.ok());
    EXPECT_EQ(texts.value(),
              (Texts{{"name", "Klub", "Клуб"},
                     {"scope[0]", "gry", "ігри"},
                     {"scope[1]", "śpiew", "спів"},
                     {"steps[0].title", "Zadzwoń", "Зателефонуйте"}}));
}

TEST(ReadTranslation, CountsGroupsFromTheFirstSoThatAnEmptyOneSkips) {
    auto texts = read("[[steps]]\n[[steps]]\ntitle = \"Прийдіть\"\n");
    ASSERT_TRUE(texts.ok());
    EXPECT_EQ(texts.value(), (Texts{{"steps[1].title", "Przyjdź", "Прийдіть"}}));
}

TEST(ReadTranslation, GoesIntoGroupsWithinGroups) {
    auto texts = read("[[schedules]]\n[[schedules.exceptions]]\nnote = \"Перерва.\"\n");
    ASSERT_TRUE(texts.ok());
    EXPECT_EQ(texts.value(), (Texts{{"schedules[0].exceptions[0].note", "Przerwa.", "Перерва."}}));
}

TEST(ReadTranslation, RefusesWhatIsNoText) {
    EXPECT_EQ(complaints("fee_mode = \"free\"\n[[schedules]]\ndays = [\"mo\"]\n"),
              (Complaints{"1: pola „fee_mode” się nie tłumaczy, bo nie jest tekstem → usuń je "
                          "stąd; wartość bierzemy z karty",
                          "3: pola „days” się nie tłumaczy, bo nie jest tekstem → usuń je stąd; "
                          "wartość bierzemy z karty"}));
}

TEST(ReadTranslation, SuggestsTheKeyThatWasMeant) {
    EXPECT_EQ(complaints("sumary = \"Зустрічі.\"\n"),
              (Complaints{"1: nieznany klucz „sumary” → może „summary”?"}));
}

TEST(ReadTranslation, WantsListsAsLongAsOnTheCard) {
    EXPECT_EQ(complaints("scope = [\"ігри\"]\n"),
              (Complaints{"1: lista „scope” ma inną długość niż na karcie (tu: 1, na karcie: 2) → "
                          "przetłumacz po kolei każdą pozycję karty"}));
    EXPECT_EQ(complaints("[[steps]]\n[[steps]]\n[[steps]]\ntitle = \"Три\"\n"),
              (Complaints{"3: lista „steps” ma inną długość niż na karcie (tu: 3, na karcie: 2) → "
                          "przetłumacz po kolei każdą pozycję karty"}));
}

TEST(ReadTranslation, ReportsATextThatTheCardDoesNotHave) {
    EXPECT_EQ(complaints("alert = \"Увага.\"\n"),
              (Complaints{"1: karta nie ma pola „alert”, więc nie ma czego tłumaczyć → usuń je "
                          "albo najpierw dopisz je na karcie"}));
}

TEST(ReadTranslation, HoldsTextsToTheLimitsOfTheCard) {
    EXPECT_FALSE(read("name = \"\"\n").ok());
    EXPECT_FALSE(read("name = \"" + std::string(121, 'x') + "\"\n").ok());
}

}  // namespace
}  // namespace okienko::model
