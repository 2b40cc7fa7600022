#include "model/field.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "db/toml_reader.hpp"
#include "model/card_fields.hpp"

namespace okienko::model {
namespace {

constexpr std::array<std::string_view, 2> kColours{"red", "green"};
constexpr Field kInner[] = {{"day", Kind::Date, Presence::Required}};
constexpr Field kFields[] = {
    {"title", Kind::Text, Presence::Required, Count::One, 10},
    {"colour", Kind::Choice, Presence::Optional, Count::One, 0, kColours},
    {"age", Kind::Integer, Presence::Optional, Count::One, 120},
    {"tags", Kind::Slug, Presence::Optional, Count::List},
    {"events", Kind::Group, Presence::Optional, Count::List, 0, {}, kInner},
};

/// "line:column message|remedy" for every problem.
std::vector<std::string> problems_of(const std::string& toml) {
    auto document = db::read_toml("karta.toml", toml);
    EXPECT_TRUE(document.ok());
    Problems problems;
    check_fields(document.value(), document.value().root, kFields, problems);
    std::vector<std::string> lines;
    for (const auto& problem : problems) {
        const auto& at = std::get<SourcePosition>(problem.at);
        lines.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                        problem.message + "|" + problem.remedy);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(CheckFields, AcceptsWhatTheListDescribes) {
    EXPECT_EQ(problems_of("title = \"Żółw\"\ncolour = \"red\"\nage = 7\ntags = [\"a-b\"]\n"
                          "[[events]]\nday = 2026-01-31\n"),
              Lines{});
}

TEST(CheckFields, ReportsEveryMistakeAtItsPlace) {
    EXPECT_EQ(
        problems_of("titel = \"x\"\ncolour = \"gren\"\nage = \"7\"\n"),
        (Lines{"1:1 nieznany klucz „titel”|może „title”?",
               "2:10 „colour” nie może być „gren”|może „green”?",
               "3:7 „age” ma zły rodzaj wartości|podaj liczbę całkowitą bez cudzysłowu, np. 7",
               "1:1 brak pola „title”|dopisz je"}));
}

TEST(CheckFields, CountsCharactersNotBytes) {
    EXPECT_EQ(problems_of("title = \"ąęśćżźńółĄ\"\n"), Lines{});
    EXPECT_EQ(problems_of("title = \"ąęśćżźńółĄĘ\"\n"),
              (Lines{"1:9 „title” jest za długie (liczba znaków: 11, najwyżej 10)|skróć tekst"}));
}

TEST(CheckFields, LooksIntoGroupsAndLists) {
    EXPECT_EQ(
        problems_of("title = \"x\"\ntags = [\"dobry\", \"Zły\"]\n[[events]]\nday = \"jutro\"\n"),
        (Lines{"2:18 „tags”: „Zły” nie jest slugiem|użyj małych liter bez polskich znaków, "
               "cyfr i łączników",
               "4:7 „day” ma zły rodzaj wartości|podaj datę bez cudzysłowu, np. 2026-03-05"}));
}

TEST(CheckFields, RefusesEmptyTextsAndSeveralLinesWhereOneIsMeant) {
    EXPECT_EQ(problems_of("title = \"  \"\n").size(), 1U);
    EXPECT_EQ(problems_of("title = \"a\\nb\"\n").size(), 1U);
}

void expect_unique_keys(std::span<const Field> fields) {
    std::vector<std::string_view> keys;
    for (const auto& field : fields) {
        keys.push_back(field.key);
        expect_unique_keys(field.fields);
        EXPECT_EQ(field.kind == Kind::Group, !field.fields.empty()) << field.key;
        EXPECT_EQ(field.kind == Kind::Choice, !field.choices.empty()) << field.key;
    }
    std::sort(keys.begin(), keys.end());
    EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

TEST(CardFields, NameEachFieldOnce) {
    expect_unique_keys(service_fields());
    expect_unique_keys(provider_fields());
    expect_unique_keys(place_fields());
}

}  // namespace
}  // namespace okienko::model
