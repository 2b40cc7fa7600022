#include "search/search_words.hpp"

#include <string_view>

#include "search/tokens.hpp"

namespace okienko::search {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Node;
using model::Presence;

constexpr int kLongestLine = 600;
constexpr std::string_view kLike = " jak ";

constexpr Field kFields[] = {
    {"same", Kind::Text, Presence::Optional, Count::List, kLongestLine},
    {"means", Kind::Text, Presence::Optional, Count::List, kLongestLine},
    {"persons", Kind::Text, Presence::Optional, Count::List, kLongestLine},
    {"inflected", Kind::Text, Presence::Optional, Count::List, kLongestLine},
};

/// The expressions between commas; those without a word are left out.
std::vector<std::string> expressions_in(std::string_view line) {
    std::vector<std::string> expressions;
    while (!line.empty()) {
        auto comma = line.find(',');
        auto part = line.substr(0, comma);
        line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
        auto words = tokens_of(part);
        if (words.empty()) continue;
        auto begin = words.front().begin;
        expressions.emplace_back(part.substr(begin, words.back().end - begin));
    }
    return expressions;
}

/// Reads lines of a well-formed file; what does not make sense it adds to the problems.
class WordsReader {
  public:
    WordsReader(const model::Document& document,
                const language::Inflection& inflection,
                model::Problems& problems)
        : document_(document), inflection_(inflection), problems_(problems) {}

    SearchWords read() {
        SearchWords words;
        each_line("same", [&](const Node& node, std::string_view line) {
            SearchWords::Same same{expressions_in(line)};
            if (same.expressions.size() < 2) {
                return report(node,
                              "jest tu tylko jedno określenie",
                              "oddziel określenia przecinkami: \"stomatolog, dentysta\"");
            }
            words.same.push_back(std::move(same));
        });
        each_line("means", [&](const Node& node, std::string_view line) {
            read_means(node, line, {}, words);
        });
        each_line("persons", [&](const Node& node, std::string_view line) {
            read_means(node, line, {.typed = {}, .meant = {}, .is_person = true}, words);
        });
        each_line("inflected", [&](const Node& node, std::string_view line) {
            read_inflected(node, line, words);
        });
        return words;
    }

  private:
    template <class Read>
    void each_line(std::string_view key, Read read) {
        for (const auto& node : document_.root.groups(key)) read(node, *node.as<std::string>());
    }

    void read_means(const Node& node,
                    std::string_view line,
                    SearchWords::Means means,
                    SearchWords& words) {
        auto sign = line.find('=');
        means.typed = expressions_in(line.substr(0, sign));
        if (sign != std::string_view::npos) means.meant = expressions_in(line.substr(sign + 1));
        if (means.typed.empty() || means.meant.empty()) {
            return report(node,
                          "nie wiadomo, co to znaczy",
                          "napisz: \"to, co wpisują ludzie = to, czego szukają\"");
        }
        words.means.push_back(std::move(means));
    }

    void read_inflected(const Node& node, std::string_view line, SearchWords& words) {
        auto sign = line.find(kLike);
        auto word = tokens_of(line.substr(0, sign));
        auto like = sign == std::string_view::npos ? std::vector<Token>{}
                                                   : tokens_of(line.substr(sign + kLike.size()));
        if (word.size() != 1 || like.size() != 1) {
            return report(
                node, "nie wiadomo, jak odmieniać ten wyraz", "napisz: \"teleopieka jak opieka\"");
        }
        SearchWords::Inflected inflected{
            std::string{word.front().in(line)},
            std::string{like.front().in(line.substr(sign + kLike.size()))}};
        if (inflection_.forms_like(inflected.word, inflected.like).empty()) {
            return report(node,
                          "wyrazu „" + inflected.like +
                              "” nie ma w słowniku albo ma inne zakończenie niż „" +
                              inflected.word + "”",
                          "podaj znany wyraz w formie podstawowej, o takim samym zakończeniu");
        }
        words.inflected.push_back(std::move(inflected));
    }

    void report(const Node& node, std::string message, std::string remedy) {
        problems_.push_back(model::problem_at(
            document_, node.line, node.column, std::move(message), std::move(remedy)));
    }

    const model::Document& document_;
    const language::Inflection& inflection_;
    model::Problems& problems_;
};

}  // namespace

std::span<const Field> search_words_fields() {
    return kFields;
}

model::Checked<SearchWords, model::Problem> read_search_words(
    const model::Document& document, const language::Inflection& inflection) {
    model::Problems problems;
    model::check_fields(document, document.root, kFields, problems);
    if (!problems.empty()) return problems;
    auto words = WordsReader{document, inflection, problems}.read();
    if (!problems.empty()) return problems;
    return words;
}

}  // namespace okienko::search
