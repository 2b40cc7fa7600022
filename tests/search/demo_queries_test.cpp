#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "db/search_file.hpp"
#include "generator/released_index.hpp"
#include "search/search_index.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

/// How well the demo centre answers what residents type. bench/search measures the same beside
/// other searches.
namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

struct Query {
    std::string text;
    std::vector<std::string> slugs;  ///< The first is the best answer.
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

std::vector<Query> read_queries(const std::string& file) {
    std::vector<Query> queries;
    std::ifstream stream{fs::path{OKIENKO_SOURCE_DIR} / "tests/search" / file};
    for (std::string line; std::getline(stream, line);) {
        auto parts = split(line, '\t');
        EXPECT_EQ(parts.size(), 3U) << line;
        queries.push_back({parts.at(0), split(parts.at(1), '|')});
    }
    return queries;
}

struct Shares {
    double first = 0;
    double among_three = 0;
    double all_among_three = 0;
};

class DemoQueries : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TemporaryFolder>();
        auto root = (folder_->path() / "centrum").string();
        ASSERT_EQ(run_program({"init", root, "--demo"}).exit_code, 0);
        ASSERT_EQ(run_program({"--instance", root, "build"}).exit_code, 0);
        index_ = generator::released_index(fs::path{root} / "site/current");
    }
    static void TearDownTestSuite() {
        index_.reset();
        folder_.reset();
    }

    static Shares shares_of(const std::vector<Query>& queries) {
        Shares shares;
        auto part = 1.0 / static_cast<double>(queries.size());
        for (const auto& query : queries) {
            std::vector<std::string> top;
            for (const auto& result : index_->ask({.text = query.text, .limit = 3}).results) {
                top.push_back(result.slug);
            }
            auto among = [&top](const std::string& slug) {
                return std::ranges::find(top, slug) != top.end();
            };
            if (!top.empty() && top.front() == query.slugs.front()) shares.first += part;
            if (among(query.slugs.front())) shares.among_three += part;
            if (std::ranges::all_of(query.slugs, among)) shares.all_among_three += part;
        }
        return shares;
    }

  private:
    static inline std::unique_ptr<TemporaryFolder> folder_;
    static inline std::unique_ptr<const search::SearchIndex> index_;
};

/// Of these the first 124 were written before there was a search; for the others some words of
/// content/slownik.toml were added after their first run.
TEST_F(DemoQueries, AreAnsweredByTheRightServices) {
    auto queries = read_queries("queries.tsv");
    ASSERT_GE(queries.size(), 100U);
    auto shares = shares_of(queries);
    EXPECT_GE(shares.first, 0.90);
    EXPECT_GE(shares.among_three, 0.97);
    EXPECT_GE(shares.all_among_three, 0.95);
}

/// These were written after the search and its words, and nothing was adjusted to them.
TEST_F(DemoQueries, AreAnsweredAsWellWhenNobodyHasSeenThem) {
    auto shares = shares_of(read_queries("queries_unseen.tsv"));
    EXPECT_GE(shares.among_three, 0.95);
}

/// Also in a new centre, whose audiences and situations have no services yet.
TEST(SearchFile, LeadsOnlyToPagesThatAreThere) {
    TemporaryFolder folder;
    for (ProgramArguments init :
         {ProgramArguments{"init", (folder / "nowe").string()},
          ProgramArguments{"init", (folder / "pokaz").string(), "--demo"}}) {
        const auto root = init[1];
        ASSERT_EQ(run_program(init).exit_code, 0);
        ASSERT_EQ(run_program({"--instance", root, "build"}).exit_code, 0);
        auto release = fs::canonical(fs::path{root} / "site/current");
        db::SearchFileReader file{release / "search/00.db"};
        auto documents = file.documents();
        EXPECT_FALSE(documents.empty());
        for (const auto& document : documents) {
            auto address = file.text(document.id).value().address;
            EXPECT_TRUE(fs::exists(release / (address.substr(1) + "index.html"))) << address;
        }
    }
}

}  // namespace
}  // namespace okienko::tests
