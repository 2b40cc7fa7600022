#include "generator/blank_form.hpp"

#include <gtest/gtest.h>

namespace okienko::generator {
namespace {

struct Read {
    std::optional<BlankForm> form;
    std::vector<std::string> problems;  ///< "line:column: message"
};

Read read(const std::string& blank, std::string_view file = "formularze/wniosek.toml") {
    auto text =
        "title = \"T\"\nsummary = \"S\"\ndate = 2026-03-16\nversion = \"1\"\n"
        "[[parts]]\ntitle = \"P\"\n[[parts.blanks]]\n" +
        blank;
    model::Problems problems;
    Read result{read_blank_form(file, text, problems), {}};
    for (const auto& problem : problems) {
        const auto& at = std::get<model::SourcePosition>(problem.at);
        EXPECT_EQ(at.file, "content/" + std::string{file});
        result.problems.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                                  problem.message);
    }
    return result;
}

using Problems = std::vector<std::string>;

TEST(BlankForm, ReadsWhatIsToBeFilledIn) {
    auto read_form = read("kind = \"area\"\nlabel = \"Uwagi\"\nlines = 5\n");
    ASSERT_TRUE(read_form.form);
    EXPECT_EQ(read_form.form->slug, "wniosek");
    const auto& blank = read_form.form->parts.front().blanks.front();
    EXPECT_EQ(blank.kind, BlankKind::Area);
    EXPECT_EQ(blank.label, "Uwagi");
    EXPECT_EQ(blank.lines, 5);
}

TEST(BlankForm, ReportsTheLineOfAnUnknownKey) {
    auto read_form = read("kind = \"line\"\nlabel = \"Imię\"\nlinse = 5\n");
    EXPECT_FALSE(read_form.form);
    ASSERT_EQ(read_form.problems.size(), 1U);
    EXPECT_TRUE(read_form.problems.front().starts_with("10:1: ")) << read_form.problems.front();
}

TEST(BlankForm, ReportsWhatMakesNoSenseWhereItStands) {
    EXPECT_EQ(read("kind = \"choice\"\nlabel = \"Zaznacz\"\n").problems.size(), 1U);
    EXPECT_EQ(read("kind = \"table\"\nlabel = \"Tabela\"\n").problems.size(), 1U);
    EXPECT_EQ(read("kind = \"line\"\nlabel = \"Imię\"\nrows = 3\n").problems,
              (Problems{"10:1: pole „rows” ma sens tylko przy kind = table"}));
    EXPECT_EQ(read("kind = \"table\"\nlabel = \"T\"\ncolumns = [\"A\"]\nrow_names = [\"B\"]\n"
                   "rows = 3\n")
                  .problems,
              (Problems{"12:1: wiersze tabeli mają już nazwy"}));
}

TEST(BlankForm, TakesItsSlugFromAFileWhoseNameCanBeAnAddress) {
    auto read_form = read("kind = \"line\"\nlabel = \"Imię\"\n", "formularze/Mój wniosek.toml");
    EXPECT_EQ(read_form.problems, (Problems{"1:1: nazwa pliku nie może być adresem"}));
}

}  // namespace
}  // namespace okienko::generator
