#include <gtest/gtest.h>

#include <sstream>

#include "generator/file_tree.hpp"
#include "tests/sites/case_instance.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

fs::path sites() { return tests_folder() / "sites"; }

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

/// Every case is a folder with content/; base and themes are what cases are made from.
std::vector<std::string> cases() {
    auto all = cases_with(sites(), "content");
    std::erase(all, "base");
    return all;
}

INSTANTIATE_TEST_SUITE_P(Sites, GoldenSite, testing::ValuesIn(cases()), [](const auto& each) {
    return test_name(each.param);
});

/// The lines of one file that another does not have.
std::vector<std::string> changed_lines(const std::string& before, const std::string& after) {
    std::vector<std::string> changed;
    std::istringstream old_lines{before};
    std::istringstream new_lines{after};
    for (std::string old_line, new_line; std::getline(new_lines, new_line);) {
        std::getline(old_lines, old_line);
        if (new_line != old_line) changed.push_back(new_line);
    }
    return changed;
}

TEST(OwnTheme, ChangesItsComponentAndItsWordAndNothingElse) {
    CaseInstance instance{sites() / "own-theme"};
    ASSERT_EQ(instance.run("build").exit_code, 0);
    auto with = instance.published();
    fs::remove_all(instance.root() / "themes/wlasny");
    ASSERT_EQ(instance.run("build").exit_code, 0);
    auto without = instance.published();

    ASSERT_EQ(with.size(), without.size());
    for (const auto& [path, page] : with) {
        for (const auto& line : changed_lines(without.at(path), page)) {
            EXPECT_TRUE(line.find("Początek") != std::string::npos ||
                        line.starts_with("nasz adres: "))
                << path << ": " << line;
        }
    }
    EXPECT_NE(with.at("index.html").find("nasz adres: ul. Leśna 2"), std::string::npos);
    EXPECT_NE(with.at("uslugi/index.html").find("home: Początek"), std::string::npos);
}

}  // namespace
}  // namespace okienko::tests
