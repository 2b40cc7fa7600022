#include "server/search/query_counter.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace okienko::server {
namespace {

using namespace std::chrono_literals;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr model::Date kDay{year{2026}, month{11}, day{23}};
constexpr model::Date kNextDay{year{2026}, month{11}, day{24}};

TEST(CountableQuery, IsFoldedSoThatSpellingsCountTogether) {
    EXPECT_EQ(countable("  Wózek   INWALIDZKI! "), "wozek inwalidzki");
    EXPECT_EQ(countable("психолог"), "психолог");
    EXPECT_EQ(countable("klub 60+"), "klub 60");
}

TEST(CountableQuery, HoldsNothingThatMayBePersonal) {
    EXPECT_FALSE(countable("44051401359"));
    EXPECT_FALSE(countable("pesel 44 05 14 01 359"));
    EXPECT_FALSE(countable("tel. 857-152-550"));
    EXPECT_FALSE(countable("ania@example.org"));
    EXPECT_FALSE(countable("mąż mnie bije od lat i boję się wracać do domu"));
    EXPECT_FALSE(countable(std::string(100, 'a')));
    EXPECT_FALSE(countable(""));
    EXPECT_FALSE(countable("???"));
}

class QueryCounterTest : public testing::Test {
  protected:
    std::vector<model::SearchCount> kept;
    std::atomic<bool> fails = false;
    QueryCounter::Keep keep = [this](const std::vector<model::SearchCount>& counts) {
        if (fails) throw std::runtime_error("the disk is full");
        kept.insert(kept.end(), counts.begin(), counts.end());
    };
};

TEST_F(QueryCounterTest, HandsOnWhatItHasCountedWhenItEnds) {
    {
        QueryCounter counter{keep, 1h};
        counter.count("Psycholog", 4, kDay);
        counter.count("psycholog", 5, kDay);
        counter.count("psycholog", 5, kNextDay);
        counter.count("ania@example.org", 0, kDay);
        EXPECT_TRUE(kept.empty());
    }
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0], (model::SearchCount{kDay, "psycholog", 2, 5}));
    EXPECT_EQ(kept[1], (model::SearchCount{kNextDay, "psycholog", 1, 5}));
}

TEST_F(QueryCounterTest, KeepsCountsForTheNextTimeWhenTheyCannotBeStored) {
    fails = true;
    {
        QueryCounter counter{keep, 1ms};
        counter.count("psycholog", 3, kDay);
        std::this_thread::sleep_for(30ms);
        counter.count("psycholog", 4, kDay);
        fails = false;
    }
    std::int64_t asked = 0;
    for (const auto& each : kept) asked += each.asked;
    EXPECT_EQ(asked, 2);
}

TEST_F(QueryCounterTest, CountsFromSeveralThreads) {
    {
        QueryCounter counter{keep, 1ms};
        std::vector<std::jthread> visitors;
        for (int i = 0; i < 4; ++i) {
            visitors.emplace_back([&counter] {
                for (int k = 0; k < 500; ++k) counter.count("klub", 1, kDay);
            });
        }
    }
    std::int64_t asked = 0;
    for (const auto& each : kept) asked += each.asked;
    EXPECT_EQ(asked, 2000);
}

}  // namespace
}  // namespace okienko::server
