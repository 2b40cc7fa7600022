#include <gtest/gtest.h>

#include "generator/file_tree.hpp"
#include "tests/sites/case_instance.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

fs::path invalid_sites() {
    return tests_folder() / "sites_invalid";
}

/// What `build` says in its last line besides what `check` says.
constexpr std::string_view kNothingPublished = " Nic nie opublikowano, strona działa jak dotąd.\n";

std::string without_last_sentence(const std::string& text) {
    EXPECT_TRUE(text.ends_with(kNothingPublished)) << text;
    return text.substr(0, text.size() - kNothingPublished.size()) + "\n";
}

class InvalidSite : public testing::TestWithParam<std::string> {};

TEST_P(InvalidSite, IsRefusedWithEveryProblemAtItsPlace) {
    auto expected_file = invalid_sites() / GetParam() / "expected.stderr";
    CaseInstance instance{invalid_sites() / GetParam()};
    auto checked = instance.run("check");
    EXPECT_EQ(checked.exit_code, 1);
    EXPECT_EQ(checked.out, "");
    if (updating_golden_files()) {
        generator::write_file(expected_file, checked.err);
    } else {
        EXPECT_EQ(generator::read_file(expected_file), checked.err);
    }

    auto built = instance.run("build");
    EXPECT_EQ(built.exit_code, 1);
    EXPECT_EQ(built.out, "");
    EXPECT_EQ(without_last_sentence(built.err), checked.err);
    EXPECT_FALSE(fs::exists(fs::symlink_status(instance.current())));
    EXPECT_EQ(read_tree(instance.root() / "site/releases"), FileTree{});
}

INSTANTIATE_TEST_SUITE_P(Sites,
                         InvalidSite,
                         testing::ValuesIn(cases_with(invalid_sites(),
                                                      {"okienko.toml", "content", "cards", "sql"})),
                         [](const auto& each) { return test_name(each.param); });

}  // namespace
}  // namespace okienko::tests
