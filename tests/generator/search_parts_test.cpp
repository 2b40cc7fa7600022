#include "generator/search_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "bench/workload/catalogue.hpp"
#include "bench/workload/news.hpp"
#include "bench/workload/okienko_instance.hpp"
#include "bench/workload/text_file.hpp"
#include "db/catalogue_store.hpp"
#include "generator/build.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using generator::SearchPart;
using testing::ElementsAre;
using testing::SizeIs;

TEST(SearchParts, AreOneForATownAndSixteenForACountry) {
    EXPECT_THAT(generator::search_parts(0), SizeIs(1));
    EXPECT_THAT(generator::search_parts(499), SizeIs(1));
    EXPECT_THAT(generator::search_parts(500), SizeIs(2));
    EXPECT_THAT(generator::search_parts(10'000), SizeIs(16));
    EXPECT_THAT(generator::search_parts(150'000), SizeIs(16));
}

TEST(SearchParts, ShareTheServicesAndTheFirstHasAllElse) {
    std::vector<std::size_t> services(16);
    for (int i = 0; i < 1600; ++i) {
        ++services[SearchPart::index_of_service("usluga-" + std::to_string(i), services.size())];
    }
    EXPECT_EQ(services.front(), 0U);
    EXPECT_GT(*std::min_element(services.begin() + 1, services.end()), 50U);
    EXPECT_EQ(SearchPart::index_of_service("usluga-1", 1), 0U);
    EXPECT_EQ(std::ranges::count_if(generator::search_parts(10'000), &SearchPart::has_all_else), 1);
}

TEST(SearchParts, AreKnownByTheirKeys) {
    for (const auto& part : generator::search_parts(10'000)) {
        auto read = SearchPart::from_key(part.key());
        ASSERT_TRUE(read);
        EXPECT_EQ(read->index, part.index);
        EXPECT_EQ(read->count, part.count);
    }
    for (const auto* key : {"", "/", "3", "3/", "/4", "4/4", "0/0", "-1/4", "1/4x", "a/b"}) {
        EXPECT_FALSE(SearchPart::from_key(key)) << key;
    }
}

class SearchPartsOfACentre : public testing::Test {
  protected:
    SearchPartsOfACentre() {
        bench::write_instance(
            root, OKIENKO_SOURCE_DIR, bench::invented_catalogue(500, OKIENKO_SOURCE_DIR), {});
    }

    [[nodiscard]] generator::BuildReport build(const fs::path& site) const {
        auto report =
            generator::build({.instance = {root, OKIENKO_SOURCE_DIR},
                              .output = generator::Output::Release,
                              .explain = generator::Explain::Yes,
                              .site = site,
                              .now = std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}},
                              .threads = 2});
        EXPECT_TRUE(report.ok());
        return std::move(report).value();
    }

    static std::vector<std::string> parts_made(const generator::BuildReport& report) {
        std::vector<std::string> made;
        for (const auto& file : report.explained) {
            if (file.address.ends_with(".db")) made.push_back(file.address);
        }
        return made;
    }

    TemporaryFolder folder;
    fs::path root = folder / "centre";
};

TEST_F(SearchPartsOfACentre, AreMadeAnewForWhatTheyHave) {
    EXPECT_THAT(parts_made(build(root / "site")), ElementsAre("/search/00.db", "/search/01.db"));

    auto catalogue = db::read_catalogue(root / "catalogue.db");
    catalogue.services.front().description += "\n\nZupełnie nowe zdanie.";
    db::write_catalogue(root / "catalogue.db", catalogue);
    EXPECT_THAT(parts_made(build(root / "site")), ElementsAre("/search/01.db"));

    bench::write_text(root / "content/aktualnosci/nowa.md",
                      bench::news_page(bench::invented_news(1).front()));
    EXPECT_THAT(parts_made(build(root / "site")), ElementsAre("/search/00.db"));

    EXPECT_THAT(parts_made(build(root / "again")), SizeIs(2));
    EXPECT_EQ(difference(read_tree(fs::canonical(root / "again/current")),
                         read_tree(fs::canonical(root / "site/current"))),
              "");
}

}  // namespace
}  // namespace okienko::tests
