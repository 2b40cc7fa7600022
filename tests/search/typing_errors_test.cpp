#include "search/typing_errors.hpp"

#include <gtest/gtest.h>

namespace okienko::search {
namespace {

double distance(std::string_view typed, std::string_view meant) {
    return typing_distance(typed, meant, 10);
}

TEST(TypingDistance, IsNothingForTheSameWord) {
    EXPECT_EQ(distance("psycholog", "psycholog"), 0);
    EXPECT_EQ(distance("", ""), 0);
    EXPECT_EQ(distance("їжа", "їжа"), 0);
}

TEST(TypingDistance, CountsEachLetterThatIsWrong) {
    EXPECT_DOUBLE_EQ(distance("dom", "dym"), 1.0);
    EXPECT_DOUBLE_EQ(distance("kot", "kota"), 1.0);
    EXPECT_DOUBLE_EQ(distance("kota", "kot"), 1.0);
}

TEST(TypingDistance, IsShorterForWhatSoundsAlike) {
    EXPECT_LT(distance("wuzek", "wozek"), 0.5);         // u for ó, which is folded
    EXPECT_LT(distance("psyholog", "psycholog"), 0.5);  // h for ch
    EXPECT_LT(distance("rechabilitacja", "rehabilitacja"), 0.5);
    EXPECT_LT(distance("zeka", "rzeka"), 1.0);                // ż for rz
    EXPECT_LT(distance("asystet", "asystent"), 0.5);          // "asystęt"
    EXPECT_LT(distance("wolatariusz", "wolontariusz"), 1.0);  // "wolątariusz"
    EXPECT_LT(distance("logopeta", "logopeda"), 0.6);         // t for d
}

TEST(TypingDistance, IsShorterForSlipsOfTheFingers) {
    EXPECT_LT(distance("bakn", "bank"), 1.0);                       // swapped
    EXPECT_LT(distance("logopedda", "logopeda"), 0.5);              // doubled
    EXPECT_LT(distance("klib", "klub"), distance("kleb", "klub"));  // i is beside u
}

TEST(TypingDistance, IsTheSameInBothDirectionsForEqualLengths) {
    EXPECT_DOUBLE_EQ(distance("prafne", "prawne"), distance("prawne", "prafne"));
}

TEST(TypingDistance, StopsAtTheLimit) {
    EXPECT_GT(typing_distance("kot", "hipopotam", 1), 1);
    EXPECT_GT(typing_distance(std::string(500, 'a'), "kot", 2), 2);
}

TEST(ToleratedDistance, GrowsWithTheWord) {
    EXPECT_EQ(tolerated_distance(2), 0);
    EXPECT_LT(tolerated_distance(4), tolerated_distance(8));
}

TEST(LetterMask, DiffersInFewBitsForNearWords) {
    EXPECT_EQ(letter_mask("bank"), letter_mask("knab"));
    EXPECT_NE(letter_mask("bank"), letter_mask("kank"));
}

}  // namespace
}  // namespace okienko::search
