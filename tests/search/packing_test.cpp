#include <gtest/gtest.h>

#include <random>

#include "search/expression.hpp"
#include "search/postings.hpp"

namespace okienko::search {
namespace {

TEST(Postings, ComeBackAsTheyWerePut) {
    std::string bytes;
    DocumentId last = 0;
    for (DocumentId id : {0U, 1U, 127U, 300U, 150'000U}) {
        append_posting(bytes, id, static_cast<Impact>(id % 255 + 1), last);
    }
    PostingCursor cursor{bytes};
    for (DocumentId id : {0U, 1U, 127U, 300U, 150'000U}) {
        ASSERT_TRUE(cursor.next());
        EXPECT_EQ(cursor.document(), id);
        EXPECT_EQ(cursor.impact(), id % 255 + 1);
    }
    EXPECT_FALSE(cursor.next());
}

TEST(Names, ComeBackAsTheyWerePut) {
    std::vector<PackedName> names{{{{1, 200}, {70'000}}, 100}, {{{5}}, 60}};
    std::string bytes;
    for (const auto& name : names) bytes += pack(name);
    EXPECT_EQ(unpack_names(bytes), names);
    EXPECT_EQ(unpack_expression(pack(names.front().words)), names.front().words);
    EXPECT_TRUE(unpack_names("").empty());
}

TEST(Packing, EndsForAnyBytes) {
    std::mt19937 random{7};
    for (int i = 0; i < 2000; ++i) {
        std::string bytes(random() % 40, ' ');
        for (auto& byte : bytes) byte = static_cast<char>(random());
        for (PostingCursor cursor{bytes}; cursor.next();) {
        }
        for (const auto& word : unpack_expression(bytes)) EXPECT_FALSE(word.empty());
        EXPECT_LE(unpack_names(bytes).size(), bytes.size());
    }
}

}  // namespace
}  // namespace okienko::search
