#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "generator/file_tree.hpp"
#include "tests/sites/case_instance.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

fs::path sites() {
    return tests_folder() / "sites";
}

void rewrite(const fs::path& folder, const FileTree& tree) {
    fs::remove_all(folder);
    for (const auto& [path, bytes] : tree) {
        fs::create_directories((folder / path).parent_path());
        generator::write_file(folder / path, bytes);
    }
}

class GoldenSite : public testing::TestWithParam<std::string> {};

/// A case without expected/ is new: it fails until UPDATE_GOLDEN=1 has written what a person then
/// reviews.
TEST_P(GoldenSite, IsPublishedByteForByteAsExpected) {
    auto folder = sites() / GetParam();
    CaseInstance instance{folder};
    auto built = instance.run("build");
    ASSERT_EQ(built.exit_code, 0) << built.err;
    auto actual = instance.published();
    if (updating_golden_files()) {
        rewrite(folder / "expected", actual);
        generator::write_file(folder / "expected.stderr", built.err);
        return;
    }
    EXPECT_EQ(difference(read_tree(folder / "expected"), actual), "");
    EXPECT_EQ(generator::read_file(folder / "expected.stderr"), built.err);
}

/// base and themes are what cases are made from.
std::vector<std::string> cases() {
    auto all = cases_with(sites(), {"okienko.toml", "content"});
    std::erase(all, "base");
    return all;
}

INSTANTIATE_TEST_SUITE_P(Sites, GoldenSite, testing::ValuesIn(cases()), [](const auto& each) {
    return test_name(each.param);
});

std::set<std::string> lines_of(const std::string& text) {
    std::set<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) lines.insert(line);
    return lines;
}

TEST(OwnTheme, ChangesItsComponentAndItsWordAndNothingElse) {
    CaseInstance instance{sites() / "own-theme"};
    ASSERT_EQ(instance.run("build").exit_code, 0);
    auto with = instance.published();
    fs::remove_all(instance.root() / "themes/wlasny");
    fs::create_directory(instance.root() / "themes/wlasny");
    ASSERT_EQ(instance.run("build").exit_code, 0);
    auto without = instance.published();

    ASSERT_EQ(with.size(), without.size());
    for (const auto& [path, page] : with) {
        auto before = lines_of(without.at(path));
        for (const auto& line : lines_of(page)) {
            EXPECT_TRUE(before.contains(line) || line.find("Początek") != std::string::npos ||
                        line.starts_with("nasz adres: "))
                << path << ": " << line;
        }
    }
    EXPECT_NE(with.at("index.html").find("nasz adres: ul.\u00a0Leśna 2"), std::string::npos);
    EXPECT_NE(with.at("uslugi/index.html").find("home: Początek"), std::string::npos);
}

}  // namespace
}  // namespace okienko::tests
