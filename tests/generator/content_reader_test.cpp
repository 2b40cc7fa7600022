#include "generator/content_reader.hpp"

#include <gtest/gtest.h>

#include "generator/file_tree.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::generator {
namespace {

struct ReadContent {
    ContentFolder folder;
    std::vector<std::string> problems;  ///< "file:line:column: message"
};

ReadContent read(std::initializer_list<std::pair<std::string, std::string>> files) {
    tests::TemporaryFolder folder;
    for (const auto& [name, text] : files) {
        std::filesystem::create_directories((folder / name).parent_path());
        write_file(folder / name, text);
    }
    model::Problems problems;
    ReadContent content{read_content(folder.path(), problems), {}};
    for (const auto& problem : problems) {
        const auto& at = std::get<model::SourcePosition>(problem.at);
        content.problems.push_back(at.file + ":" + std::to_string(at.line) + ":" +
                                   std::to_string(at.column) + ": " + problem.message);
    }
    return content;
}

constexpr const char* kHead = "title = \"T\"\nsummary = \"S\"\n";

std::string page(const std::string& more = "", const std::string& body = "tekst\n") {
    return "+++\n" + std::string{kHead} + more + "+++\n" + body;
}

using Strings = std::vector<std::string>;

TEST(ContentAddress, FollowsTheFile) {
    EXPECT_EQ(content_address("kontakt.md"), "/kontakt/");
    EXPECT_EQ(content_address("o-nas/index.md"), "/o-nas/");
    EXPECT_EQ(content_address("index.md"), "/");
    EXPECT_EQ(content_address("index.en.md"), "/en/");
    EXPECT_EQ(content_address("o-nas/zasady.uk.md"), "/uk/o-nas/zasady/");
}

TEST(ContentReader, KnowsKindsByTheirFolder) {
    auto content = read({{"index.md", page()},
                         {"aktualnosci/a.md", page("date = 2026-11-01\n")},
                         {"o-nas/index.md", page()},
                         {"obrazy/x.svg", "<svg/>"}});
    ASSERT_EQ(content.problems, Strings{});
    ASSERT_EQ(content.folder.sources.size(), 3U);
    EXPECT_EQ(content.folder.sources[0].page.kind, ContentKind::News);
    EXPECT_EQ(content.folder.sources[1].page.kind, ContentKind::Home);
    EXPECT_EQ(content.folder.sources[2].page.kind, ContentKind::Page);
    EXPECT_EQ(content.folder.sources[2].page.slug, "o-nas");
    EXPECT_EQ(content.folder.files, (Strings{"obrazy/x.svg"}));
}

TEST(ContentReader, KeepsPlacesOfTheWholeFile) {
    auto content = read({{"a.md", page("titel = \"x\"\n")}});
    EXPECT_EQ(content.problems, (Strings{"content/a.md:4:1: nieznany klucz „titel”"}));
    auto fine = read({{"a.md", page()}});
    EXPECT_EQ(fine.folder.sources[0].body_line, 5);
    EXPECT_EQ(fine.folder.sources[0].text.substr(fine.folder.sources[0].body), "tekst\n");
}

TEST(ContentReader, ReportsEveryBadFileInOneRun) {
    auto content = read({{"a.md", "tekst"},
                         {"b.md", "+++\ntitle = \"T\"\n"},
                         {"c.md", "+++\ntitle = \n+++\n"},
                         {"d.md", page("", "za\xC5\n")},
                         {"Ź.md", page()}});
    ASSERT_EQ(content.problems.size(), 5U);
    EXPECT_EQ(content.problems[0], "content/a.md:1:1: brak nagłówka pliku");
    EXPECT_EQ(content.problems[1], "content/b.md:1:1: nagłówek pliku nie jest zamknięty");
    EXPECT_TRUE(content.problems[2].starts_with("content/c.md:2:"));
    EXPECT_EQ(content.problems[3], "content/d.md:5:3: plik nie jest zapisany w UTF-8");
    EXPECT_EQ(content.problems[4], "content/Ź.md:1:1: nazwa pliku nie nadaje się na adres strony");
    EXPECT_TRUE(content.folder.sources.empty());
}

TEST(ContentReader, WantsTheFieldsOfTheKindAndRefusesOthers) {
    auto content = read({{"aktualnosci/a.md", page()}, {"b.md", page("version = \"1\"\n")}});
    EXPECT_EQ(content.problems,
              (Strings{"content/aktualnosci/a.md:1:1: brak pola „date”",
                       "content/b.md:4:1: pole „version” nie pasuje do tego rodzaju strony"}));
}

TEST(ContentReader, WantsTheLanguageOfTheNameAndTheHeadToAgree) {
    auto content = read({{"a.en.md", page("language = \"uk\"\n")}, {"b.uk.md", page()}});
    EXPECT_EQ(content.problems,
              (Strings{"content/a.en.md:4:12: język w nagłówku jest inny niż w nazwie pliku"}));
    ASSERT_EQ(content.folder.sources.size(), 1U);
    EXPECT_EQ(content.folder.sources[0].page.language, language::Language::Ukrainian);
}

TEST(ContentReader, ChecksDatesAndOldAddresses) {
    auto content = read({{"a.md",
                          page("publish_on = 2026-02-01\nexpires_on = 2026-01-01\n"
                               "aliases = [\"/ok/\", \"bez-kreski\", \"/../x/\"]\n")}});
    EXPECT_EQ(content.problems,
              (Strings{"content/a.md:5:14: strona wygasa, zanim się pojawi",
                       "content/a.md:6:20: „bez-kreski” nie jest adresem strony",
                       "content/a.md:6:34: „/../x/” nie jest adresem strony"}));
}

TEST(ContentReader, ForgivesAByteOrderMark) {
    EXPECT_EQ(read({{"a.md", "\xEF\xBB\xBF" + page()}}).problems, Strings{});
}

TEST(ContentReader, PointsBehindTheLastLetterOfAHeadThatEndsTooEarly) {
    auto content = read({{"kontakt.md", "+++\r\ntitle = \"\"\"\r\nżółw\r\n+++\r\ntekst\r\n"}});
    ASSERT_EQ(content.problems.size(), 1U);
    EXPECT_TRUE(content.problems[0].starts_with("content/kontakt.md:3:5: ")) << content.problems[0];
}

}  // namespace
}  // namespace okienko::generator
