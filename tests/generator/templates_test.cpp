#include "generator/templates.hpp"

#include <gtest/gtest.h>

#include <array>

#include "generator/markup.hpp"

namespace okienko::generator {
namespace {

using language::Language;

const Words& words() {
    static const Words kWords{
        Language::Polish, {{"nav.home", "Strona główna"}, {"a11y.skip", "Idź & czytaj w domu"}}};
    return kWords;
}

ThemeFiles files(std::initializer_list<std::pair<std::string, std::string>> texts) {
    ThemeFiles all;
    for (const auto& [path, text] : texts) all.emplace(path, ThemeFile{"themes/t/" + path, text});
    return all;
}

struct Drawn {
    std::string html;
    std::vector<std::string> problems;
};

std::string describe(const model::Problem& problem) {
    const auto& at = std::get<model::SourcePosition>(problem.at);
    return at.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
           problem.message;
}

Drawn draw(const ThemeFiles& theme, const View& view) {
    Drawn drawn;
    model::Problems problems;
    auto text = assemble_template(theme.at("pages/p.mustache"), theme, words(), problems);
    if (problems.empty()) {
        auto parsed = Template::parse(std::move(text));
        if (parsed.ok()) {
            std::array<const View*, 1> views{&view};
            parsed.value().render(views, "/strona/", drawn.html, problems);
        } else {
            problems = parsed.problems();
        }
    }
    for (const auto& problem : problems) drawn.problems.push_back(describe(problem));
    return drawn;
}

using Strings = std::vector<std::string>;

TEST(Templates, SayTheLanguageOfATextThatIsWrittenInAnother) {
    View view{Language::Ukrainian};
    view.words("own", "послуга").words("lead", "w domu", Language::Polish);
    view.words("absent", "", Language::Polish);
    std::vector<View> rows;
    rows.emplace_back(Language::Ukrainian).words("step", "Zadzwoń", Language::Polish);
    rows.emplace_back(Language::Ukrainian).words("step", "Прийдіть");
    view.list("steps", std::move(rows));
    auto drawn = draw(files({{"pages/p.mustache",
                              "<p{{lang own}}>{{own}}</p><p{{lang lead}}>{{lead}}</p>"
                              "<p{{lang absent}}></p>{{#steps}}<i{{lang step}}>{{step}}</i>"
                              "{{/steps}}"}}),
                      view);
    EXPECT_EQ(drawn.problems, Strings{});
    EXPECT_EQ(drawn.html,
              "<p>послуга</p><p lang=\"pl\">w\u00a0domu</p><p></p>"
              "<i lang=\"pl\">Zadzwoń</i><i>Прийдіть</i>");
}

TEST(Templates, RefuseTheLanguageOfAKeyThatNoViewSets) {
    auto drawn = draw(files({{"pages/p.mustache", "<p{{lang led}}></p>"}}), View{Language::Polish});
    EXPECT_EQ(drawn.problems.size(), 1U);
}

/// Two pages that list a row of their own, each as the row is drawn there.
struct Lists {
    Memo<DrawnRow> kept{1};
    int made = 0;

    Drawn draw_with(const std::string& text, const std::string& title) {
        std::vector<SharedRow> rows;
        rows.emplace_back(kept, 0, [this] {
            ++made;
            View row{Language::Polish};
            row.words("name", "Dom & ogród");
            return row;
        });
        View view{Language::Polish};
        view.words("title", title).list("rows", std::move(rows));
        return draw(files({{"pages/p.mustache", text}}), view);
    }
};

TEST(Templates, DrawARowOfManyListsOnce) {
    Lists lists;
    constexpr auto kText = "<h1>{{title}}</h1>{{#rows}}<li>{{name}}</li>{{/rows}}";
    EXPECT_EQ(lists.draw_with(kText, "A").html, "<h1>A</h1><li>Dom &amp; ogród</li>");
    EXPECT_EQ(lists.draw_with(kText, "B").html, "<h1>B</h1><li>Dom &amp; ogród</li>");
    EXPECT_EQ(lists.made, 1);
}

TEST(Templates, DrawARowAsItsOwnSectionHasIt) {
    Lists lists;
    EXPECT_EQ(lists.draw_with("{{title}}{{#rows}}<li>{{name}}</li>{{/rows}}", "A").html,
              "A<li>Dom &amp; ogród</li>");
    EXPECT_EQ(lists.draw_with("{{title}}{{#rows}}<td>{{name}}</td>{{/rows}}", "A").html,
              "A<td>Dom &amp; ogród</td>");
}

TEST(Templates, DrawARowThatSaysMoreThanItsOwnForEachList) {
    Lists lists;
    constexpr auto kText = "{{#rows}}<li>{{title}}: {{name}}</li>{{/rows}}";
    EXPECT_EQ(lists.draw_with(kText, "A").html, "<li>A: Dom &amp; ogród</li>");
    EXPECT_EQ(lists.draw_with(kText, "B").html, "<li>B: Dom &amp; ogród</li>");
}

TEST(Templates, NameAMissingKeyOfASharedRowOnEachPage) {
    Lists lists;
    constexpr auto kText = "{{title}}{{#rows}}{{absent}}{{/rows}}";
    EXPECT_EQ(lists.draw_with(kText, "A").problems.size(), 1U);
    EXPECT_EQ(lists.draw_with(kText, "B").problems.size(), 1U);
}

TEST(Templates, EscapeEachSignWhereverItStands) {
    for (std::size_t length = 0; length < 40; ++length) {
        for (std::size_t at = 0; at <= length; ++at) {
            std::string text(length, 'a');
            auto expected = text;
            text.insert(at, "\"");
            expected.insert(at, "&quot;");
            EXPECT_EQ(escape_markup(text), expected);
        }
    }
    EXPECT_EQ(escape_markup("&<>\"'=;#$%()*+?@ab&&&żółw&"),
              "&amp;&lt;&gt;&quot;'=;#$%()*+?@ab&amp;&amp;&amp;żółw&amp;");
}

TEST(Views, FindEachOfManyKeys) {
    View view{Language::Polish};
    auto key = [](int i) { return view_key("key" + std::to_string(i)); };
    for (int i = 0; i < 500; ++i) view.value(ViewName{key(i)}, std::to_string(i));
    for (int i = 0; i < 500; i += 7) view.value(ViewName{key(i)}, "again");
    for (int i = 0; i < 500; ++i) {
        const auto* found = view.find(key(i));
        ASSERT_TRUE(found);
        EXPECT_EQ(std::get<std::string>(*found), i % 7 == 0 ? "again" : std::to_string(i));
    }
    EXPECT_FALSE(view.find(view_key("key500")));
}

TEST(Views, SetAnewForgetInWhichLanguageTheOldTextWas) {
    View view{Language::Ukrainian};
    view.words("lead", "w domu", Language::Polish).words("lead", "удома");
    EXPECT_EQ(view.language_of(view_key("lead")), Language::Ukrainian);
}

TEST(Templates, InlineComponentsAndWords) {
    View view{Language::Polish};
    view.words("name", "Ala i kot");
    auto drawn = draw(files({{"pages/p.mustache", "<p>{{> greeting}}</p>{{t.a11y.skip}}"},
                             {"components/greeting/greeting.mustache",
                              "{{! Wita. }}\n{{t.nav.home}}: {{name}}"}}),
                      view);
    EXPECT_EQ(drawn.html, "<p>Strona główna: Ala i\u00a0kot</p>Idź &amp; czytaj w\u00a0domu");
    EXPECT_EQ(drawn.problems, Strings{});
}

TEST(Templates, EscapeEverythingButHtmlKeys) {
    View view{Language::Polish};
    view.value("name", "<b>\"&").html("body_html", "<b>ok</b>");
    auto drawn = draw(files({{"pages/p.mustache", "{{name}} {{{body_html}}}"}}), view);
    EXPECT_EQ(drawn.html, "&lt;b&gt;&quot;&amp; <b>ok</b>");
}

TEST(Templates, RefuseTripleBracesForOtherKeys) {
    View view{Language::Polish};
    view.value("name", "x");
    auto drawn = draw(files({{"pages/p.mustache", "a\n {{{name}}}"}}), view);
    EXPECT_EQ(drawn.problems,
              (Strings{"themes/t/pages/p.mustache:2:2: „name” w potrójnych klamrach"}));
}

TEST(Templates, TreatEmptyTextsListsAndFalseAsAbsent) {
    View view{Language::Polish};
    view.words("text", "").list("rows", std::vector<View>{}).flag("on", false).nothing("none");
    auto drawn = draw(files({{"pages/p.mustache",
                              "{{#text}}a{{/text}}{{^text}}b{{/text}}{{^rows}}c{{/rows}}"
                              "{{^on}}d{{/on}}{{^none}}e{{/none}}"}}),
                      view);
    EXPECT_EQ(drawn.html, "bcde");
}

TEST(Templates, NameTheVeryTagWhoseKeyIsMissing) {
    View row{Language::Polish};
    row.words("title", "x");
    std::vector<View> rows;
    rows.push_back(std::move(row));
    View view{Language::Polish};
    view.list("rows", std::move(rows));
    auto drawn = draw(
        files({{"pages/p.mustache", "ok\n{{#rows}}{{> row}}{{/rows}}"},
               {"components/row/row.mustache", "żó {{title}}\n  {{titel}} {{^gone}}-{{/gone}}"}}),
        view);
    EXPECT_EQ(
        drawn.problems,
        (Strings{"themes/t/components/row/row.mustache:2:3: strona nie ustawia klucza „titel” "
                 "(przy tworzeniu /strona/)",
                 "themes/t/components/row/row.mustache:2:13: strona nie ustawia klucza „gone” "
                 "(przy tworzeniu /strona/)"}));
}

TEST(Templates, FindAMissingKeyOnlyAtTheTagThatLacksIt) {
    View inner{Language::Polish};
    inner.words("note", "x");
    View view{Language::Polish};
    view.object("inner", std::move(inner));
    auto drawn =
        draw(files({{"pages/p.mustache", "{{#inner}}{{note}}{{/inner}}\n{{note}}"}}), view);
    EXPECT_EQ(drawn.problems,
              (Strings{"themes/t/pages/p.mustache:2:1: strona nie ustawia klucza „note” (przy "
                       "tworzeniu /strona/)"}));
}

TEST(Templates, ReportUnknownComponentsAndWordsWithASuggestion) {
    View view{Language::Polish};
    model::Problems problems;
    auto theme = files({{"pages/p.mustache", "{{> greting}}\n{{t.nav.hme}}"},
                        {"components/greeting/greeting.mustache", "x"}});
    assemble_template(theme.at("pages/p.mustache"), theme, words(), problems);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(describe(problems[0]), "themes/t/pages/p.mustache:1:1: nie ma komponentu „greting”");
    EXPECT_EQ(problems[0].remedy, "może „greeting”?");
    EXPECT_EQ(describe(problems[1]),
              "themes/t/pages/p.mustache:2:1: w i18n/pl.toml nie ma klucza „nav.hme”");
    EXPECT_EQ(problems[1].remedy, "może „nav.home”?");
}

TEST(Templates, RefuseAComponentThatContainsItself) {
    View view{Language::Polish};
    auto drawn = draw(files({{"pages/p.mustache", "{{> a}}"},
                             {"components/a/a.mustache", "{{> b}}"},
                             {"components/b/b.mustache", "{{> a}}"}}),
                      view);
    ASSERT_EQ(drawn.problems.size(), 1U);
    EXPECT_NE(drawn.problems[0].find("zawiera sam siebie"), std::string::npos);
}

TEST(Templates, PointAtSectionsAndTagsThatAreNotClosed) {
    View view{Language::Polish};
    EXPECT_EQ(draw(files({{"pages/p.mustache", "a\n{{#rows}} b"}}), view).problems,
              (Strings{"themes/t/pages/p.mustache:2:1: sekcja „rows” nie jest zamknięta"}));
    EXPECT_EQ(draw(files({{"pages/p.mustache", "a\n{{rows"}}), view).problems,
              (Strings{"themes/t/pages/p.mustache:2:1: znacznik nie jest zamknięty"}));
}

TEST(Templates, LookUpLaterViewsFirst) {
    View outer{Language::Polish};
    outer.value("a", "outer").value("b", "outer");
    View inner{Language::Polish};
    inner.value("a", "inner");
    model::Problems problems;
    auto theme = files({{"pages/p.mustache", "{{a}} {{b}}"}});
    auto parsed =
        Template::parse(assemble_template(theme.at("pages/p.mustache"), theme, words(), problems));
    std::string html;
    std::array<const View*, 2> views{&outer, &inner};
    parsed.value().render(views, "/", html, problems);
    EXPECT_EQ(html, "inner outer");
}

}  // namespace
}  // namespace okienko::generator
