#include "language/collation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace okienko::language {
namespace {

/// The list of requirements.md §3, in its right order.
const std::vector<std::string>& polish_order() {
    static const std::vector<std::string> order{
        "animacja",  "Asystent", "ągę",    "cukier", "czas",   "ćwiczenia", "lato",
        "lekarz",    "Lider",    "Łapy",   "ławka",  "łódź",   "nauka",     "ńka",
        "okno",      "opieka",   "ósmy",   "sąd",    "senior", "szkoła",    "ślub",
        "Świetlica", "zebra",    "źródło", "żłobek"};
    return order;
}

std::vector<std::string> shuffled(std::vector<std::string> words) {
    std::mt19937 random(7);  // NOLINT: the same shuffle in every run is wanted
    std::shuffle(words.begin(), words.end(), random);
    return words;
}

TEST(Collation, PolishLettersFollowTheirBaseLetters) {
    const Collator collator(Language::Polish);
    auto words = shuffled(polish_order());
    std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) {
        return collator.compare(a, b) < 0;
    });
    EXPECT_EQ(words, polish_order());
}

TEST(Collation, SortKeysGiveTheSameOrderAsCompare) {
    const Collator collator(Language::Polish);
    auto words = shuffled(polish_order());
    std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) {
        return collator.sort_key(a) < collator.sort_key(b);
    });
    EXPECT_EQ(words, polish_order());
}

TEST(Collation, SortKeyOfALongTextIsWhole) {
    const Collator collator(Language::Polish);
    const std::string start(1000, 'a');
    EXPECT_LT(collator.sort_key(start + "l"), collator.sort_key(start + "ł"));
}

TEST(Collation, ShorterTextComesFirst) {
    const Collator collator(Language::Polish);
    EXPECT_LT(collator.compare("dom", "dom pomocy"), 0);
    EXPECT_LT(collator.compare("dom pomocy", "domek"), 0);
    EXPECT_LT(collator.compare("", "a"), 0);
    EXPECT_EQ(collator.compare("", ""), 0);
}

TEST(Collation, LeadingQuotesAndSpacesDoNotCount) {
    const Collator collator(Language::Polish);
    EXPECT_GT(collator.compare("„Klub”", "Jasiek"), 0);
    EXPECT_LT(collator.compare("  „Klub”", "Lider"), 0);
    EXPECT_EQ(collator.sort_key("\u00A0„Klub"), collator.sort_key("Klub"));
}

TEST(Collation, ComposedAndDecomposedTextsAreEqual) {
    const Collator collator(Language::Polish);
    EXPECT_EQ(collator.compare("ślub", "s\u0301lub"), 0);
    EXPECT_EQ(collator.sort_key("ślub"), collator.sort_key("s\u0301lub"));
}

TEST(Collation, EnglishTakesPolishLettersForTheirBases) {
    const Collator collator(Language::English);
    EXPECT_LT(collator.compare("ósmy", "otter"), 0);
    EXPECT_GT(Collator(Language::Polish).compare("ósmy", "otter"), 0);
}

TEST(Collation, UkrainianFollowsItsAlphabet) {
    const Collator collator(Language::Ukrainian);
    const std::vector<std::string> order{"вода",
                                         "гора",
                                         "ґанок",
                                         "дім",
                                         "ера",
                                         "єдність",
                                         "зима",
                                         "ива",
                                         "ігри",
                                         "їжак",
                                         "йога",
                                         "яр"};
    auto words = shuffled(order);
    std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) {
        return collator.compare(a, b) < 0;
    });
    EXPECT_EQ(words, order);
}

std::vector<std::string> keys_of_polish_order(const Collator& collator) {
    std::vector<std::string> keys(polish_order().size());
    std::transform(
        polish_order().begin(), polish_order().end(), keys.begin(), [&](const auto& word) {
            return collator.sort_key(word);
        });
    return keys;
}

TEST(Collation, ThreadsMayShareOneCollator) {
    const Collator collator(Language::Polish);
    const auto expected = keys_of_polish_order(collator);
    std::array<int, 4> right{};
    std::vector<std::thread> threads(right.size());
    for (std::size_t i = 0; i < threads.size(); ++i) {
        threads[i] = std::thread([&collator, &expected, &count = right[i]] {
            for (int round = 0; round < 200; ++round) {
                count += keys_of_polish_order(collator) == expected ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(right, (std::array{200, 200, 200, 200}));
}

TEST(IndexLetter, PolishLettersAreTheirOwnHeadings) {
    EXPECT_EQ(index_letter("łódź", Language::Polish), "Ł");
    EXPECT_EQ(index_letter("Świetlica", Language::Polish), "Ś");
    EXPECT_EQ(index_letter("żłobek", Language::Polish), "Ż");
    EXPECT_EQ(index_letter("źródło", Language::Polish), "Ź");
    EXPECT_EQ(index_letter("ósmy", Language::Polish), "Ó");
    EXPECT_EQ(index_letter("opieka", Language::Polish), "O");
}

TEST(IndexLetter, DecomposedLetterIsTheSameLetter) {
    EXPECT_EQ(index_letter("s\u0301lub", Language::Polish), "Ś");
}

TEST(IndexLetter, ForeignLetterGoesToItsBase) {
    EXPECT_EQ(index_letter("éclair", Language::Polish), "E");
    EXPECT_EQ(index_letter("Ümit", Language::Polish), "U");
    EXPECT_EQ(index_letter("łódź", Language::English), "L");
    EXPECT_EQ(index_letter("Śmiech", Language::English), "S");
}

TEST(IndexLetter, SkipsLeadingQuotesAndSpaces) {
    EXPECT_EQ(index_letter(" „świetlica”", Language::Polish), "Ś");
    EXPECT_EQ(index_letter("\u00A0\"Klub\"", Language::Polish), "K");
    EXPECT_EQ(index_letter("«Ґанок»", Language::Ukrainian), "Ґ");
}

TEST(IndexLetter, DigitsShareOneHeading) {
    EXPECT_EQ(index_letter("5 dla zdrowia", Language::Polish), "0–9");
}

TEST(IndexLetter, EverythingElseGoesToTheHash) {
    for (const auto* text : {"", "  ", "„”", "!uwaga", "(nie)zwykły", "łódź"}) {
        const bool is_letter = std::string_view(text) == "łódź";
        EXPECT_EQ(index_letter(text, Language::Polish), is_letter ? "Ł" : "#") << text;
    }
    EXPECT_EQ(index_letter("Київ", Language::Polish), "#");
    EXPECT_EQ(index_letter("\xFF", Language::Polish), "#");
}

TEST(IndexLetter, UkrainianHasItsOwnAlphabetAndLatinNames) {
    EXPECT_EQ(index_letter("їжак", Language::Ukrainian), "Ї");
    EXPECT_EQ(index_letter("йога", Language::Ukrainian), "Й");
    EXPECT_EQ(index_letter("Ёлка", Language::Ukrainian), "#");
    EXPECT_EQ(index_letter("CUS", Language::Ukrainian), "C");
    EXPECT_EQ(index_letter("Łapy", Language::Ukrainian), "L");
}

TEST(IndexLetter, SortedTextsOfOneLetterStandTogether) {
    const Collator collator(Language::Polish);
    auto words =
        shuffled({"Łapy", "„Lider”", "lato", "„ławka”", " Los", "łódź", "„Akademia”", "auto"});
    std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) {
        return collator.compare(a, b) < 0;
    });
    std::vector<std::string> headings;
    headings.reserve(words.size());
    for (const auto& word : words) {
        headings.push_back(index_letter(word, Language::Polish));
    }
    headings.erase(std::unique(headings.begin(), headings.end()), headings.end());
    EXPECT_EQ(headings, (std::vector<std::string>{"A", "L", "Ł"}));
}

}  // namespace
}  // namespace okienko::language
