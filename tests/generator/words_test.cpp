#include "generator/words.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace okienko::generator {
namespace {

Words words() {
    return {language::Language::Polish,
            {{"count.services.one", "{n} usługa"},
             {"count.services.few", "{n} usługi"},
             {"count.services.many", "{n} usług"},
             {"news.expired", "Ważne do {date}, strona {page}."}}};
}

TEST(Words, ChoosePolishPluralForms) {
    EXPECT_EQ(words().count("count.services", 1), "1\u00a0usługa");
    EXPECT_EQ(words().count("count.services", 3), "3\u00a0usługi");
    EXPECT_EQ(words().count("count.services", 12), "12\u00a0usług");
    EXPECT_EQ(words().count("count.services", 12345), "12\u00a0345\u00a0usług");
}

TEST(Words, KeepANumberInTheLineOfWhatItCounts) {
    Words found{language::Language::Polish, {{"found.many", "Znaleziono {n} usług w gminie"}}};
    EXPECT_EQ(found.count("found", 5), "Znaleziono 5\u00a0usług w gminie");
}

TEST(Words, PutValuesIntoTheirPlaces) {
    EXPECT_EQ(words().format("news.expired", {{"date", "5 marca"}, {"page", "{date}"}}),
              "Ważne do 5 marca, strona {date}.");
}

TEST(Words, NameTheKeyThatIsMissing) {
    try {
        std::ignore = words()["brak.klucza"];
        FAIL();
    } catch (const std::out_of_range& error) {
        EXPECT_NE(std::string{error.what()}.find("brak.klucza"), std::string::npos);
    }
}

}  // namespace
}  // namespace okienko::generator
