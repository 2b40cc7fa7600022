#include "backup/manifest.hpp"

#include <gtest/gtest.h>

#include "backup/sha256.hpp"

namespace okienko::backup {
namespace {

using Entries = std::vector<ManifestEntry>;

ManifestEntry file(const std::string& path) {
    return {EntryKind::File, path, 3, sha256("abc")};
}
ManifestEntry folder(const std::string& path) {
    return {EntryKind::Folder, path, 0, {}};
}
Manifest manifest_of(Entries entries) {
    return {"0.1.0", std::chrono::sys_seconds{std::chrono::seconds{1'794'819'661}}, entries};
}

/// The message about the archive as a whole; the test fails when there is none.
std::string refusal(const std::string& text) {
    auto read = parse_manifest(text);
    if (read.ok() || read.problems().size() != 1) {
        ADD_FAILURE() << text;
        return {};
    }
    EXPECT_EQ(read.problems().front().path, "");
    return read.problems().front().message;
}

/// Says "end" as an honest manifest would.
std::string signed_text(const std::string& lines) {
    return lines + "end " + sha256(lines) + "\n";
}

TEST(Manifest, IsReadAsItWasWritten) {
    auto written = manifest_of({file("catalogue.db"),
                                folder("content"),
                                file("content/100%.md"),
                                file("content/dwa\nwiersze.md"),
                                file("content/ze spacją i żółwiem .md"),
                                file("okienko.toml")});
    auto read = parse_manifest(to_text(written));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value(), written);
}

TEST(Manifest, CanBeReadByAPerson) {
    EXPECT_EQ(to_text(manifest_of({folder("content"), file("content/a%\n.md")})),
              signed_text("okienko-backup 1\n"
                          "program 0.1.0\n"
                          "created 20261116T090101Z\n"
                          "folder content\n"
                          "file " +
                          sha256("abc") + " 3 content/a%25%0A.md\n"));
}

TEST(Manifest, OfSomethingElseIsRefused) {
    EXPECT_EQ(refusal(""), "to nie jest kopia zapasowa programu okienko");
    EXPECT_EQ(refusal("Lista zakupów"), "to nie jest kopia zapasowa programu okienko");
}

TEST(Manifest, OfANewerProgramIsRefused) {
    auto message = refusal(signed_text("okienko-backup 2\nformat = 'json'\n"));
    EXPECT_TRUE(message.starts_with("kopia ma układ nr 2")) << message;
    EXPECT_NE(message.find("nowszą wersję"), std::string::npos);
}

TEST(Manifest, IsRefusedWhenAnyByteOfItChanges) {
    auto text = to_text(manifest_of({folder("content"), file("content/a.md")}));
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto changed = text;
        changed[i] = changed[i] == '0' ? '1' : '0';
        EXPECT_FALSE(parse_manifest(changed).ok()) << changed;
        EXPECT_FALSE(parse_manifest(text.substr(0, i)).ok()) << i;
    }
    EXPECT_FALSE(parse_manifest(text + "x").ok());
}

TEST(Manifest, WithLinesThatNobodyWroteIsRefused) {
    const std::string head = "okienko-backup 1\nprogram 0.1.0\ncreated 20261116T090101Z\n";
    for (const std::string line : {"link content/a content/b",
                                   "file abc 3 okienko.toml",
                                   "folder content/%",
                                   "folder content/%G0",
                                   ""}) {
        EXPECT_EQ(refusal(signed_text(head + line + "\n")), "spis zawartości kopii jest uszkodzony")
            << line;
    }
    EXPECT_FALSE(parse_manifest(signed_text("okienko-backup 1\nprogram 0.1.0\n")).ok());
    EXPECT_FALSE(
        parse_manifest(signed_text("okienko-backup 1\nprogram 0.1.0\ncreated wczoraj\n")).ok());
}

TEST(Manifest, NamesOnlyPlacesThatARestoreMayTouch) {
    for (const std::string path : {"/etc/passwd",
                                   "..",
                                   "../okienko.toml",
                                   "content/../../a",
                                   "content/./a",
                                   "content//a",
                                   "content/",
                                   "site/index.html",
                                   "kopia-zapasowa.txt",
                                   ".restore/journal",
                                   "okienko.toml/a",
                                   "contents"}) {
        auto read = parse_manifest(to_text(manifest_of({file(path)})));
        ASSERT_FALSE(read.ok()) << path;
        EXPECT_EQ(read.problems().front().path, path);
    }
    EXPECT_FALSE(parse_manifest(to_text(manifest_of({file("content")}))).ok());
    EXPECT_FALSE(parse_manifest(to_text(manifest_of({folder("catalogue.db")}))).ok());
    EXPECT_FALSE(parse_manifest(to_text(manifest_of({file(std::string("content\0", 8))}))).ok());
}

TEST(Manifest, HasEverythingOnceAndInOrder) {
    for (const auto& entries :
         {Entries{file("content/a")},
          Entries{folder("content"), file("content/b/a")},
          Entries{folder("content"), file("content/a"), file("content/a")},
          Entries{file("okienko.toml"), folder("content")},
          Entries{folder("content"), file("content/a"), file("content/a/b")}}) {
        EXPECT_FALSE(parse_manifest(to_text(manifest_of(entries))).ok()) << entries.back().path;
    }
}

TEST(Manifest, ReportsEveryPathAtOnce) {
    auto read =
        parse_manifest(to_text(manifest_of({file("/a"), file("/b"), file("okienko.toml")})));
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.problems().size(), 2U);
}

}  // namespace
}  // namespace okienko::backup
