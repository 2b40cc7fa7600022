#include <gtest/gtest.h>

#include <unistd.h>

#include <array>

#include "generator/build.hpp"
#include "generator/compression.hpp"
#include "generator/file_tree.hpp"
#include "generator/release.hpp"
#include "generator/release_tidying.hpp"
#include "tests/generator/random_edits.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using generator::BuildReport;
using generator::Extent;

/// The demo centre, with the default theme.
class IncrementalBuild : public testing::Test {
  protected:
    void SetUp() override {
        auto made = run_program({"init", root().string(), "--demo"});
        ASSERT_EQ(made.exit_code, 0) << made.err;
    }

    [[nodiscard]] fs::path share() const { return OKIENKO_SOURCE_DIR; }
    [[nodiscard]] fs::path root() const { return folder.path() / "centrum"; }

    model::Checked<BuildReport, model::Problem> build(const fs::path& site,
                                                      std::chrono::sys_seconds now,
                                                      Extent extent = Extent::Changes) const {
        return generator::build({.instance = {root(), share()},
                                 .output = generator::Output::Release,
                                 .extent = extent,
                                 .explain = generator::Explain::Yes,
                                 .site = site,
                                 .now = now,
                                 .threads = 2});
    }

    static FileTree published(const fs::path& site) {
        return read_tree(fs::canonical(site / "current"));
    }

    /// What was made, but for files to download: they are too young to be trusted, so they are read
    /// again.
    static std::vector<generator::MadeFile> pages_made(const BuildReport& report) {
        auto made = report.explained;
        std::erase_if(made, [](const auto& file) { return !file.address.ends_with('/'); });
        return made;
    }

    /// In memory where the system offers it: hundreds of sites are written and removed, and a disk
    /// that has just lost many files is slow to take new ones.
    static fs::path fast_folder() {
        fs::path memory = "/dev/shm";
        return ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
    }

    TemporaryFolder folder{fast_folder()};
};

constexpr std::chrono::sys_seconds kNow{std::chrono::seconds{1'794'819'600}};

TEST_F(IncrementalBuild, WithoutAChangeLeavesTheReleaseAsItIs) {
    auto site = root() / "site";
    auto first = build(site, kNow);
    ASSERT_TRUE(first.ok());
    EXPECT_TRUE(first.value().published);
    auto second = build(site, kNow);
    ASSERT_TRUE(second.ok());
    EXPECT_FALSE(second.value().published);
    EXPECT_EQ(second.value().release, first.value().release);
    EXPECT_TRUE(pages_made(second.value()).empty());
    EXPECT_EQ(second.value().written, 0U);
    EXPECT_EQ(generator::releases(site).size(), 1U);
}

TEST_F(IncrementalBuild, WritesOnlyFilesWhoseBytesDiffer) {
    auto site = root() / "site";
    ASSERT_TRUE(build(site, kNow).ok());
    auto page = root() / "content/index.md";
    generator::write_file(page, generator::read_file(page) + "\nNowe zdanie.\n");
    auto built = build(site, kNow);
    ASSERT_TRUE(built.ok());
    EXPECT_EQ(built.value().written, 1U);
    auto made = pages_made(built.value());
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made.front().address, "/");
    auto reason = made.front().reason;
    EXPECT_EQ(reason.kind, generator::Reason::Kind::Input);
    EXPECT_EQ(reason.input, generator::InputKind::ContentBody);
}

TEST_F(IncrementalBuild, MakesEverythingWhenTheRecordIsDamagedOrForeign) {
    auto site = root() / "site";
    auto first = build(site, kNow);
    ASSERT_TRUE(first.ok());
    auto record = generator::ReleasePlaces{site}.record(first.value().release);
    auto bytes = generator::read_file(record);
    for (const auto& damaged : {bytes.substr(0, bytes.size() / 2),
                                bytes.substr(0, bytes.size() - 1) + "x",
                                std::string{"okienko-record-0"} + bytes.substr(16),
                                std::string{}}) {
        generator::write_file(record, damaged);
        auto again = build(site, kNow);
        ASSERT_TRUE(again.ok());
        EXPECT_EQ(again.value().made, again.value().files);
        record = generator::ReleasePlaces{site}.record(again.value().release);
    }
    // The record of another release, as a copied folder would have it.
    generator::write_file(record, bytes);
    auto again = build(site, kNow);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value().made, again.value().files);
}

TEST_F(IncrementalBuild, LeavesASpareCopyAloneWhoseFilesNobodyKnows) {
    auto site = root() / "site";
    auto first = build(site, kNow);
    ASSERT_TRUE(first.ok());
    const auto& id = first.value().release;
    generator::ReleasePlaces places{site};
    fs::copy(places.folder(id),
             places.spare(id),
             fs::copy_options::recursive | fs::copy_options::create_hard_links);
    fs::create_directories(places.spare(id) / "dawna");
    generator::write_file(places.spare(id) / "dawna/index.html", "x");
    fs::remove(places.record(id));
    ASSERT_TRUE(build(site, kNow).ok());
    EXPECT_FALSE(published(site).contains("dawna/index.html"));
}

TEST_F(IncrementalBuild, GoesOnFromTheReleaseThatWasRolledBackTo) {
    auto site = root() / "site";
    ASSERT_TRUE(build(site, kNow).ok());
    auto page = root() / "content/index.md";
    auto text = generator::read_file(page);
    generator::write_file(page, text + "\nNowe zdanie.\n");
    ASSERT_TRUE(build(site, kNow).ok());
    auto newer = published(site);
    ASSERT_TRUE(generator::roll_back(site, {}));
    auto built = build(site, kNow);
    ASSERT_TRUE(built.ok());
    EXPECT_TRUE(built.value().published);
    EXPECT_EQ(difference(newer, published(site)), "");
}

TEST_F(IncrementalBuild, CompressesChangedTextBeforehandWhenAsked) {
    auto site = root() / "site";
    auto settings = root() / "okienko.toml";
    ASSERT_TRUE(build(site, kNow).ok());
    EXPECT_FALSE(fs::exists(site / "current/index.html.gz"));
    auto text = generator::read_file(settings);
    auto at = text.find("[site]\n") + std::string_view{"[site]\n"}.size();
    generator::write_file(settings, std::string{text}.insert(at, "precompress = true\n"));
    ASSERT_TRUE(build(site, kNow).ok());
    auto page = root() / "content/index.md";
    generator::write_file(page, generator::read_file(page) + "\nNowe zdanie.\n");
    auto built = build(site, kNow);
    ASSERT_TRUE(built.ok());
    EXPECT_EQ(built.value().written, 1U);
    auto quick = published(site);
    ASSERT_TRUE(build(root() / "whole", kNow, Extent::Everything).ok());
    EXPECT_EQ(difference(published(root() / "whole"), quick), "");
    EXPECT_EQ(generator::gzipped(quick.at("index.html")), quick.at("index.html.gz"));
    EXPECT_EQ(generator::brotli_compressed(quick.at("index.html")), quick.at("index.html.br"));
    EXPECT_LT(quick.at("index.html.br").size(), quick.at("index.html").size() / 2);
    EXPECT_TRUE(quick.contains("harmonogram/kalendarz.ics.gz"));
    EXPECT_FALSE(quick.contains("404.html.gz.gz"));

    generator::write_file(settings, text);
    ASSERT_TRUE(build(site, kNow).ok());
    EXPECT_FALSE(published(site).contains("index.html.gz"));
}

/// Restores a folder when an edit has left problems, so that the next one starts from a good site.
class Snapshot {
  public:
    explicit Snapshot(const fs::path& folder) : folder_(folder) { take(); }
    void take() {
        fs::remove_all(copy_.path() / "x");
        fs::create_directories(copy_.path() / "x");
        copy(folder_, copy_.path() / "x");
    }
    void restore() {
        for (const auto* part : kParts) fs::remove_all(folder_ / part);
        copy(copy_.path() / "x", folder_);
    }

  private:
    static void copy(const fs::path& from, const fs::path& to) {
        for (const auto* part : kParts) {
            if (fs::exists(from / part)) {
                fs::copy(from / part, to / part, fs::copy_options::recursive);
            }
        }
    }
    static constexpr std::array<const char*, 6> kParts{"okienko.toml",
                                                       "content",
                                                       "themes",
                                                       "catalogue.db",
                                                       "catalogue.db-wal",
                                                       "catalogue.db-shm"};
    const fs::path& folder_;
    TemporaryFolder copy_{folder_.parent_path()};
};

class EditSequences : public IncrementalBuild, public testing::WithParamInterface<unsigned> {};

/// After any sequence of edits an incremental build has the bytes of a full one. Each parameter is
/// a run of 25 sequences, one going on from the other; those that leave problems do not count.
TEST_P(EditSequences, GiveTheBytesOfAFullBuild) {
    constexpr int kSequences = 25;
    auto site = root() / "site";
    auto whole = root() / "whole";
    RandomEdits edits{root(), share(), GetParam()};
    auto folder = root();
    Snapshot good{folder};
    ASSERT_TRUE(build(site, edits.now()).ok());
    auto good_moment = edits.now();
    int compared = 0;
    std::size_t kept = 0;
    for (int sequence = 0; sequence < 2 * kSequences && compared < kSequences; ++sequence) {
        std::string story;
        for (int i = 0; i <= sequence % 3; ++i) story += edits.edit() + "; ";
        SCOPED_TRACE(story);
        auto quick = build(site, edits.now());
        fs::remove_all(whole);
        auto full = build(whole, edits.now(), Extent::Everything);
        ASSERT_EQ(quick.ok(), full.ok());
        if (!quick.ok()) {
            good.restore();
            edits.set_clock(good_moment);
            continue;
        }
        good.take();
        good_moment = edits.now();
        ++compared;
        kept += quick.value().files - quick.value().made;
        ASSERT_EQ(difference(published(whole), published(site)), "");
        generator::tidy_releases(site, 2);
    }
    EXPECT_GT(compared, kSequences / 3);
    EXPECT_GT(kept, 500U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, EditSequences, testing::Range(1U, 9U));

}  // namespace
}  // namespace okienko::tests
