#include "exchange/nested_cards.hpp"

#include <gtest/gtest.h>

#include <array>

namespace okienko::exchange {
namespace {

const std::array kCards{ReadCard{model::Locality{}, Standing::Nested, {}, {}}};

TEST(NestedCards, AreTakenByEachReaderThatDidNotReadThem) {
    NestedCards nested{3};
    EXPECT_FALSE(nested.take("{}"));
    auto kept = nested.add("{}", "miejsce", kCards);
    for (int reader = 2; reader <= 3; ++reader) {
        auto object = nested.take("{}");
        ASSERT_TRUE(object);
        EXPECT_EQ(object->slug, "miejsce");
        EXPECT_EQ(object->cards.size(), 1U);
        EXPECT_EQ(object->json.data(), kept.data());
    }
    EXPECT_FALSE(nested.take("{}"));
}

TEST(NestedCards, AreNotKeptForReadersThatReadThemAtTheSameTime) {
    NestedCards nested{2};
    auto kept = nested.add("{}", "miejsce", kCards);
    EXPECT_EQ(nested.add("{}", "miejsce", kCards).data(), kept.data());
    EXPECT_FALSE(nested.take("{}"));
}

TEST(NestedCards, OfOneReaderAreOnlyRemembered) {
    NestedCards nested{1};
    EXPECT_EQ(nested.add("{}", "miejsce", kCards), "{}");
    EXPECT_FALSE(nested.take("{}"));
}

}  // namespace
}  // namespace okienko::exchange
