#include "generator/markdown.hpp"

#include <gtest/gtest.h>

namespace okienko::generator {
namespace {

/// What a text became and what was wrong in it.
struct Outcome {
    RenderedMarkdown rendered;
    std::vector<std::string> problems;  ///< "line:column message"
    std::vector<std::string> links;     ///< "line:column target"
};

Outcome render(std::string_view text) {
    Outcome outcome;
    auto place_text = [](MarkdownPlace at) {
        return std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    };
    MarkdownHooks hooks{.link =
                            [&](std::string_view target, MarkdownPlace at) {
                                outcome.links.push_back(place_text(at) + std::string{target});
                                return std::string{target};
                            },
                        .image =
                            [](std::string_view, MarkdownPlace) {
                                return ImageFile{"/zasoby/a.png", 30, 20};
                            },
                        .problem =
                            [&](MarkdownPlace at, std::string message, std::string) {
                                outcome.problems.push_back(place_text(at) + message);
                            }};
    outcome.rendered = render_markdown(text, {}, hooks);
    return outcome;
}

using Strings = std::vector<std::string>;

TEST(Markdown, GivesHeadingsIdsFromTheirPolishText) {
    auto outcome = render("## Kto może skorzystać?\n\ntekst\n\n## Kto może skorzystać?\n");
    EXPECT_EQ(outcome.rendered.html,
              "<h2 id=\"kto-moze-skorzystac\">\nKto może skorzystać?\n</h2>\n<p>tekst</p>\n"
              "<h2 id=\"kto-moze-skorzystac-2\">\nKto może skorzystać?\n</h2>\n");
    ASSERT_EQ(outcome.rendered.headings.size(), 2U);
    EXPECT_EQ(outcome.rendered.headings[1].id, "kto-moze-skorzystac-2");
}

TEST(Markdown, LeavesTheIdOfTheMainPartToThePage) {
    EXPECT_EQ(render("## Treść\n").rendered.headings.at(0).id, "tresc-2");
}

TEST(Markdown, GivesTablesIdsThatNoHeadingHas) {
    auto html = render("## Tabela 1\n\n```tabela Opłaty\na | b\n1 | 2\n```\n").rendered.html;
    EXPECT_NE(html.find("<h2 id=\"tabela-1\">"), std::string::npos) << html;
    EXPECT_NE(html.find("aria-labelledby=\"tabela-1-2\""), std::string::npos) << html;
    EXPECT_NE(html.find("<caption id=\"tabela-1-2\">"), std::string::npos) << html;
}

TEST(Markdown, ShiftsHeadingsAndPrefixesIdsWhereTextsShareAPage) {
    auto rendered = render_markdown("## Zakres\n", {.heading_shift = 1, .id_prefix = "opis-"});
    EXPECT_EQ(rendered.html, "<h3 id=\"opis-zakres\">\nZakres\n</h3>\n");
}

TEST(Markdown, ReportsTitlesAndSkippedLevels) {
    EXPECT_EQ(render("# Tytuł\n").problems, (Strings{"1:1 nagłówek poziomu 1 w tekście"}));
    EXPECT_EQ(render("## A\n\n#### B\n").problems,
              (Strings{"3:1 nagłówek przeskakuje poziom: po ## jest ####"}));
}

TEST(Markdown, BindsSingleLettersAcrossLineBreaksAndMarkup) {
    auto html = render("Mieszkasz w\ngminie i *w* [Centrum](/x/) o 8 h\n").rendered.html;
    EXPECT_EQ(html,
              "<p>Mieszkasz w\u00a0gminie i\u00a0<em>w</em> <a href=\"/x/\">Centrum</a> "
              "o\u00a08\u00a0h</p>\n");
}

TEST(Markdown, KeepsLinesThatTheirWriterEnds) {
    EXPECT_EQ(render("To jest centrum.\\\nZadzwoń.\n").rendered.html,
              "<p>To jest centrum.<br>\nZadzwoń.</p>\n");
}

TEST(Markdown, TellsWhereLinksStandInCharacters) {
    EXPECT_EQ(render("żółć [a](/b/)\n\n- [c](d.md)\n").links, (Strings{"1:6 /b/", "3:3 d.md"}));
}

TEST(Markdown, WantsAltTextAndSetsTheSize) {
    auto outcome = render("![](a.png)\n\n![Wejście \"boczne\"](a.png)\n");
    EXPECT_EQ(outcome.problems, (Strings{"1:1 obraz „a.png” nie ma opisu"}));
    EXPECT_NE(
        outcome.rendered.html.find("<img src=\"/zasoby/a.png\" alt=\"Wejście &quot;boczne&quot;\" "
                                   "width=\"30\" height=\"20\" loading=\"lazy\">"),
        std::string::npos);
}

TEST(Markdown, ReportsLinksWithoutText) {
    EXPECT_EQ(render("[](/a/)\n").problems, (Strings{"1:1 odnośnik bez tekstu"}));
    EXPECT_EQ(render("[![Logo](a.png)](/a/)\n").problems, Strings{});
}

TEST(Markdown, NeverLetsRawHtmlOut) {
    auto outcome =
        render("<script>alert(1)</script>\n\na <b onclick=x>b</b>\n\n<!-- notatka -->\n");
    EXPECT_EQ(outcome.rendered.html.find("script"), std::string::npos);
    EXPECT_EQ(outcome.rendered.html.find("onclick"), std::string::npos);
    EXPECT_EQ(outcome.rendered.html.find("notatka"), std::string::npos);
    EXPECT_EQ(outcome.problems.size(), 3U);  // The block and both tags; not the comment.
}

TEST(FencedBlocks, MakeTablesWithCaptionAndHeaders) {
    auto html =
        render("```tabela Opłaty za *godzinę*\nDochód | Opłata\ndo 823 zł | **0 zł**\n```\n")
            .rendered.html;
    EXPECT_EQ(
        html,
        "<div class=\"ok-table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"tabela-1\">\n"
        "<table>\n<caption id=\"tabela-1\">Opłaty za <em>godzinę</em></caption>\n<thead>\n"
        "<tr><th scope=\"col\">Dochód</th><th scope=\"col\">Opłata</th></tr>\n</thead>\n"
        "<tbody>\n<tr><th scope=\"row\">do "
        "823\u00a0zł</th><td><strong>0\u00a0zł</strong></td></tr>\n"
        "</tbody>\n</table>\n</div>\n");
}

TEST(FencedBlocks, KeepEscapedBarsAndSkipRulers) {
    auto html = render("```tabela T\n| A | B |\n|---|---|\n| x \\| y | z |\n```\n").rendered.html;
    EXPECT_NE(html.find("<th scope=\"row\">x | y</th><td>z</td>"), std::string::npos);
    EXPECT_EQ(html.find("---"), std::string::npos);
}

TEST(FencedBlocks, HeadEachCellOfAWideTableForNarrowScreens) {
    auto html =
        render("```tabela T\nKto | *Pokój* & piętro | Tel.\na | 1 | 2\n```\n").rendered.html;
    EXPECT_NE(html.find("<th scope=\"row\">a</th><td data-heading=\"Pokój &amp; piętro\">1</td>"
                        "<td data-heading=\"Tel.\">2</td>"),
              std::string::npos)
        << html;
}

TEST(FencedBlocks, ReportWhatIsWrongInATable) {
    EXPECT_EQ(render("a\n\n```tabela\nA | B\nc | d\n```\n").problems,
              (Strings{"3:1 tabela nie ma podpisu"}));
    EXPECT_EQ(render("```tabela T\nA | B\nc\n```\n").problems,
              (Strings{"3:1 wiersz tabeli ma inną liczbę komórek (1) niż nagłówek (2)"}));
    EXPECT_EQ(render("```tabela T\nA | B\n```\n").problems.size(), 1U);
}

TEST(FencedBlocks, RenderMarkdownInsideCallouts) {
    auto outcome = render("```uwaga Przynieś oryginał\nZobacz [listę](/x/).\n```\n");
    EXPECT_EQ(outcome.rendered.html,
              "<div class=\"ok-callout ok-callout--warning\" role=\"note\">\n"
              "<p class=\"ok-callout__title\">Przynieś oryginał</p>\n"
              "<p>Zobacz <a href=\"/x/\">listę</a>.</p>\n</div>\n");
    EXPECT_EQ(outcome.links, (Strings{"2:8 /x/"}));
}

TEST(FencedBlocks, SuggestTheNearestKindForAnUnknownOne) {
    EXPECT_EQ(render("```tabla T\nA|B\n```\n").problems, (Strings{"1:1 nieznany blok „tabla”"}));
}

TEST(Markdown, LeavesPlainCodeBlocksAlone) {
    EXPECT_EQ(render("```\na < b\n```\n").rendered.html, "<pre><code>a &lt; b\n</code></pre>\n");
}

}  // namespace
}  // namespace okienko::generator
