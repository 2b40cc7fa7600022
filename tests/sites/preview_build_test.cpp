#include <gtest/gtest.h>

#include "generator/build.hpp"
#include "generator/file_tree.hpp"
#include "tests/sites/case_instance.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using generator::Drafts;

/// The case that has one of everything that is not published yet, or no longer; built for its
/// moment, 16 November 2026, in the program's own theme.
class PreviewBuild : public testing::Test {
  protected:
    PreviewBuild() {
        auto settings = generator::read_file(instance.root() / "okienko.toml");
        const std::string_view theme = "\"golden\"";
        settings.replace(settings.find(theme), theme.size(), "\"default\"");
        generator::write_file(instance.root() / "okienko.toml", settings);
        fs::remove_all(instance.root() / "themes");
    }

    /// Builds and answers with the release's folder.
    [[nodiscard]] fs::path build(Drafts drafts) const {
        generator::BuildRequest request{
            .instance = {instance.root(), fs::path{OKIENKO_SOURCE_DIR}},
            .drafts = drafts,
            .now = std::chrono::sys_seconds{std::chrono::seconds{1794819600}}};
        if (drafts == Drafts::Shown) request.site = request.instance.preview();
        auto built = generator::build(request);
        EXPECT_TRUE(built.ok()) << (built.ok() ? "" : built.problems().front().message);
        return request.site / "current";
    }

    CaseInstance instance{tests_folder() / "sites/drafts-and-dates"};
};

bool has_mark(const fs::path& page) {
    return generator::read_file(page).find("class=\"ok-draft\"") != std::string::npos;
}

TEST_F(PreviewBuild, ShowsAndMarksWhatIsNotPublishedYet) {
    auto site = build(Drafts::Shown);
    EXPECT_TRUE(has_mark(site / "szkic/index.html"));
    EXPECT_TRUE(has_mark(site / "aktualnosci/jutro/index.html"));
    EXPECT_TRUE(has_mark(site / "uslugi/przyszla-usluga/index.html"));
    EXPECT_TRUE(has_mark(site / "uslugi/przyszla-usluga/ulotka/index.html"));
    auto tomorrow = generator::read_file(site / "aktualnosci/jutro/index.html");
    EXPECT_NE(tomorrow.find("17\u00a0listopada 2026\u00a0r."), std::string::npos);
}

TEST_F(PreviewBuild, LeavesTheRestAsItIs) {
    auto site = build(Drafts::Shown);
    EXPECT_FALSE(has_mark(site / "aktualnosci/dzis/index.html"));
    EXPECT_FALSE(has_mark(site / "uslugi/ostatni-dzien/index.html"));
    EXPECT_FALSE(fs::exists(site / "uslugi/miniona-usluga"));
    EXPECT_FALSE(fs::exists(site / "uslugi/dawna-usluga"));
    auto yesterday = generator::read_file(site / "aktualnosci/wczoraj/index.html");
    EXPECT_EQ(yesterday.find("Wczoraj."), std::string::npos) << "an expired page stays expired";
}

TEST_F(PreviewBuild, NeverTouchesThePublicSite) {
    auto site = build(Drafts::Hidden);
    auto before = read_tree(fs::canonical(site));
    for (const auto& [path, page] : before) {
        EXPECT_EQ(page.find("class=\"ok-draft\""), std::string::npos) << path;
    }
    EXPECT_FALSE(before.contains("szkic/index.html"));
    EXPECT_FALSE(before.contains("uslugi/przyszla-usluga/index.html"));
    auto preview = build(Drafts::Shown);
    EXPECT_NE(fs::canonical(preview), fs::canonical(site));
    EXPECT_EQ(difference(before, read_tree(fs::canonical(site))), "");
}

}  // namespace
}  // namespace okienko::tests
