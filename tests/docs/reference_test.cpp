#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <sstream>

#include "db/toml_reader.hpp"
#include "generator/blank_form.hpp"
#include "generator/content_reader.hpp"
#include "generator/file_tree.hpp"
#include "generator/settings.hpp"
#include "model/card_fields.hpp"
#include "search/search_words.hpp"
#include "tests/program.hpp"

/// Documentation that can be out of date is tested: what is not described does not pass.
namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using model::Field;
using Fields = std::span<const Field>;
using Names = std::set<std::string>;

fs::path source_folder() {
    return OKIENKO_SOURCE_DIR;
}

std::string reference(const std::string& file) {
    return generator::read_file(source_folder() / "docs/reference" / file);
}

/// What stands in `backticks` in the headings of a page.
Names documented_headings(const std::string& text) {
    Names names;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("#")) continue;
        auto open = line.find('`');
        auto close = line.find('`', open + 1);
        if (close != std::string::npos) names.insert(line.substr(open + 1, close - open - 1));
    }
    return names;
}

/// Visits a field and all within it: "contact", "contact.hours", "contact.hours.days" …
void walk(Fields fields, const std::string& prefix, const std::function<void(std::string)>& visit) {
    for (const auto& field : fields) {
        auto path = prefix + std::string{field.key};
        visit(path);
        walk(field.fields, path + ".", visit);
    }
}

std::string last_part(const std::string& path) {
    return path.substr(path.rfind('.') + 1);
}

TEST(Reference, HasAHeadingForEverySetting) {
    auto headings = documented_headings(reference("ustawienia.md"));
    Names settings;
    for (const auto& group : generator::settings_fields()) {
        EXPECT_TRUE(headings.contains("[" + std::string{group.key} + "]")) << group.key;
        walk(group.fields, std::string{group.key} + ".", [&](const std::string& path) {
            settings.insert(path);
            EXPECT_TRUE(headings.contains(path)) << path;
        });
    }
    for (const auto& heading : headings) {
        bool setting = heading.find('.') != std::string::npos && heading != "okienko.toml";
        EXPECT_TRUE(!setting || settings.contains(heading)) << heading << " is no setting";
    }
}

TEST(Reference, HasAHeadingForEveryFieldOfFrontMatter) {
    auto text = reference("tresc.md");
    auto headings = documented_headings(text);
    Names known;
    for (const auto& field : generator::front_matter_fields()) {
        known.insert(std::string{field.key});
        EXPECT_TRUE(headings.contains(std::string{field.key})) << field.key;
        walk(field.fields, "", [&](const std::string& path) {
            EXPECT_NE(text.find("`" + path + "`"), std::string::npos) << path;
        });
    }
    for (const auto& heading : headings) {
        EXPECT_TRUE(known.contains(heading)) << heading << " is no field of front matter";
    }
}

TEST(Reference, HasAHeadingForEveryKeyOfTheSearchWords) {
    auto headings = documented_headings(reference("slownik.md"));
    for (const auto& field : search::search_words_fields()) {
        EXPECT_TRUE(headings.contains(std::string{field.key})) << field.key;
    }
}

TEST(Reference, NamesEveryFieldAndEveryKindOfBlankForms) {
    auto text = reference("formularze.md");
    walk(generator::blank_form_fields(), "", [&](const std::string& path) {
        EXPECT_NE(text.find("`" + last_part(path) + "`"), std::string::npos) << path;
    });
    for (auto kind : model::Choice<generator::BlankKind>::kNames) {
        EXPECT_NE(text.find("`" + std::string{kind} + "`"), std::string::npos) << kind;
    }
}

/// One kind of card and where its section begins.
struct Card {
    std::string heading;
    Fields fields;
};

TEST(Reference, NamesEveryFieldOfTheCards) {
    auto text = reference("karta-uslugi.md");
    const Card cards[] = {
        {"## Usługa", model::service_fields()},
        {"## Podmiot", model::provider_fields()},
        {"## Miejsce", model::place_fields()},
        {"| `domains.toml`", model::domains_file_fields()},
        {"| `audiences.toml`", model::audiences_file_fields()},
        {"| `situations.toml`", model::situations_file_fields()},
        {"| `localities.toml`", model::localities_file_fields()},
        {"| `programmes.toml`", model::programmes_file_fields()},
        {"| `indicators.toml`", model::indicators_file_fields()},
        {"| `budget.toml`", model::budget_file_fields()},
        {"| `documents.toml`", model::documents_file_fields()},
    };
    for (const auto& card : cards) {
        auto begin = text.find(card.heading);
        ASSERT_NE(begin, std::string::npos) << card.heading;
        auto end =
            card.heading.starts_with("##") ? text.find("\n## ", begin) : text.find('\n', begin);
        auto section = text.substr(begin, end - begin);
        bool provider = card.heading == "## Podmiot";
        walk(card.fields, "", [&](const std::string& path) {
            if (provider && path.starts_with("contacts.")) return;  // "As with a service."
            auto name = last_part(path);
            bool named = section.find("`" + name + "`") != std::string::npos ||
                         section.find("[[" + name + "]]") != std::string::npos ||
                         section.find("." + name + "]]") != std::string::npos;
            EXPECT_TRUE(named) << card.heading << ": " << path;
        });
    }
}

TEST(Reference, NamesEveryChoiceOfTheCards) {
    auto text = reference("karta-uslugi.md");
    std::function<void(Fields)> check = [&](Fields fields) {
        for (const auto& field : fields) {
            for (auto choice : field.choices) {
                EXPECT_NE(text.find("`" + std::string{choice} + "`"), std::string::npos)
                    << field.key << ": " << choice;
            }
            check(field.fields);
        }
    };
    for (auto fields : {model::service_fields(),
                        model::provider_fields(),
                        model::place_fields(),
                        model::documents_file_fields(),
                        model::localities_file_fields(),
                        model::indicators_file_fields(),
                        model::budget_file_fields()}) {
        check(fields);
    }
}

/// "--port", "--demo": the long options in a help text.
Names options_in(const std::string& help) {
    Names options;
    for (auto at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
        auto end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
        auto option = help.substr(at, end - at);
        if (option.size() > 2) options.insert(option);
    }
    return options;
}

TEST(Reference, HasAHeadingForEveryCommandAndOption) {
    auto text = reference("polecenia.md");
    auto headings = documented_headings(text);
    Names options = options_in(run_program({"--help"}).out);
    for (const auto* command : {"init",
                                "build",
                                "check",
                                "serve",
                                "releases",
                                "rollback",
                                "import",
                                "export",
                                "backup",
                                "restore",
                                "messages",
                                "submissions",
                                "person",
                                "purge",
                                "stats"}) {
        EXPECT_TRUE(headings.contains(std::string{"okienko "} + command)) << command;
        options.merge(options_in(run_program({command, "--help"}).out));
    }
    for (const auto* task : {"list", "show", "close"}) {
        options.merge(options_in(run_program({"messages", task, "--help"}).out));
    }
    for (const auto* task : {"list", "show", "correct", "accept", "decline"}) {
        options.merge(options_in(run_program({"submissions", task, "--help"}).out));
    }
    options.merge(options_in(run_program({"stats", "searches", "--help"}).out));
    EXPECT_GE(options.size(), 7U);
    for (const auto& option : options) EXPECT_TRUE(headings.contains(option)) << option;
    for (const auto& heading : headings) {
        if (heading.starts_with("--")) {
            EXPECT_TRUE(options.contains(heading)) << heading << " is no option";
        }
    }
}

TEST(Reference, NamesEveryVariableOfTheEnvironment) {
    auto headings = documented_headings(reference("polecenia.md"));
    for (const auto& file : generator::files_below(source_folder() / "cli")) {
        auto code = generator::read_file(source_folder() / "cli" / file);
        constexpr std::string_view kCall = "getenv(\"";
        for (auto at = code.find(kCall); at != std::string::npos; at = code.find(kCall, at + 1)) {
            auto begin = at + kCall.size();
            auto name = code.substr(begin, code.find('"', begin) - begin);
            EXPECT_TRUE(headings.contains(name)) << file << ": " << name;
        }
    }
}

// --- Themes -----------------------------------------------------------------------------------

void collect_keys(const model::Node& table, const std::string& prefix, Names& keys) {
    for (const auto& entry : *table.as<model::Node::Table>()) {
        auto key = prefix + entry.key;
        if (entry.value.as<model::Node::Table>()) {
            collect_keys(entry.value, key.append("."), keys);
        } else {
            keys.insert(std::move(key));
        }
    }
}

Names word_keys(const std::string& language) {
    auto file = source_folder() / "themes/default/i18n" / (language + ".toml");
    auto document = db::read_toml(language + ".toml", generator::read_file(file));
    EXPECT_TRUE(document.ok()) << language;
    Names keys;
    if (document.ok()) collect_keys(document.value().root, "", keys);
    return keys;
}

Names only_in(const Names& some, const Names& others) {
    Names rest;
    std::set_difference(
        some.begin(), some.end(), others.begin(), others.end(), std::inserter(rest, rest.end()));
    return rest;
}

TEST(Words, HaveTheSameKeysInEveryLanguage) {
    auto polish = word_keys("pl");
    EXPECT_GT(polish.size(), 100U);
    for (const auto* language : {"en", "uk"}) {
        auto translated = word_keys(language);
        EXPECT_EQ(only_in(polish, translated), Names{}) << "missing in " << language;
        EXPECT_EQ(only_in(translated, polish), Names{}) << "only in " << language;
    }
}

TEST(Components, BeginWithACommentThatSaysWhatTheyNeed) {
    auto components = source_folder() / "themes/default/components";
    std::size_t seen = 0;
    for (const auto& path : generator::files_below(components)) {
        if (!path.ends_with(".mustache")) continue;
        ++seen;
        auto text = generator::read_file(components / path);
        EXPECT_TRUE(text.starts_with("{{!")) << path;
        auto name = fs::path{path}.stem().string();
        EXPECT_EQ(fs::path{path}, fs::path{name} / (name + ".mustache"));
    }
    EXPECT_GT(seen, 10U);
}

}  // namespace
}  // namespace okienko::tests
