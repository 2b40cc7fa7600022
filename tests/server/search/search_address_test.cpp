#include "server/search/search_address.hpp"

#include <gtest/gtest.h>

#include <random>

#include "language/utf8.hpp"

namespace okienko::server {
namespace {

using language::Language;
using search::Kind;

search::Question question(std::string_view query) {
    return question_in(query, Language::Polish);
}

TEST(SearchAddress, SaysWhatIsLookedForAndWhatIsChosen) {
    auto asked =
        question("q=w%C3%B3zek+dla+babci&rodzaj=service&dla=osoby-starsze&bezplatne=1&strona=3");
    EXPECT_EQ(asked.text, "wózek dla babci");
    EXPECT_EQ(asked.kind, Kind::Service);
    EXPECT_EQ(asked.audience, "osoby-starsze");
    EXPECT_TRUE(asked.only_free);
    EXPECT_EQ(asked.offset, 40U);
}

TEST(SearchAddress, TakesWhatCannotBeReadAsNotSaid) {
    auto asked = question("q=100%&rodzaj=cokolwiek&dla=../etc&bezplatne=tak&strona=-1");
    EXPECT_EQ(asked.text, "100%");
    EXPECT_FALSE(asked.kind);
    EXPECT_EQ(asked.audience, "");
    EXPECT_FALSE(asked.only_free);
    EXPECT_EQ(asked.offset, 0U);
    EXPECT_EQ(question("").text, "");
    EXPECT_EQ(question("strona=999999999999999999999").offset, 0U);
    EXPECT_EQ(question("strona=9999").offset, 49U * 20);
}

TEST(SearchAddress, MakesOneLineOfTheText) {
    EXPECT_EQ(question("q=%20a%0D%0A%09b%00c++").text, "a b c");
    EXPECT_EQ(question("q=%C3").text, "");
    EXPECT_EQ(question("q=a%FF%C5%BC").text, "aż");
    EXPECT_EQ(question("q=first&q=second").text, "first");
    EXPECT_EQ(question("q").text, "");
}

TEST(SearchAddress, CutsALongTextAtAWholeCharacter) {
    std::string query = "q=a";
    for (int i = 0; i < 5000; ++i) query += "%C5%BC";
    auto text = question(query).text;
    EXPECT_LE(text.size(), 400U);
    EXPECT_GT(text.size(), 390U);
    EXPECT_TRUE(language::is_valid_utf8(text));
}

TEST(SearchAddress, IsReadWhateverItsBytes) {
    std::mt19937 random{1};
    const std::string pieces = "q=&%+rodzajstrona0123456789ABCDEFabc\xc5\xbc\xff\n";
    for (int i = 0; i < 10'000; ++i) {
        std::string query(random() % 60, ' ');
        for (auto& c : query) c = pieces[random() % pieces.size()];
        EXPECT_TRUE(language::is_valid_utf8(question(query).text)) << query;
    }
}

}  // namespace
}  // namespace okienko::server
