#include "search/excerpt.hpp"

#include <algorithm>
#include <set>

namespace okienko::search {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kNoEnd = " \n,;:";  ///< What a cut text does not end with.
constexpr std::string_view kSentenceEnd = ".?!";

/// The offset behind the sentence that begins at `at`.
std::size_t end_of_sentence(std::string_view text, std::size_t at) {
    for (; at < text.size(); ++at) {
        if (text[at] == '\n') return at + 1;
        bool ends = text[at] == '.' || text[at] == '?' || text[at] == '!';
        if (ends && at + 1 < text.size() && text[at + 1] == ' ') return at + 2;
    }
    return text.size();
}

/// What goes on says so with an ellipsis; a whole sentence needs none.
void end_cut(std::string& text) {
    while (!text.empty() && kNoEnd.find(text.back()) != std::string_view::npos) text.pop_back();
    if (!text.empty() && kSentenceEnd.find(text.back()) == std::string_view::npos)
        text += kEllipsis;
}

/// Line ends become spaces; a text that is too long ends with a whole word.
std::string trimmed(std::string_view text, std::size_t limit) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    std::string cut{text.substr(0, limit)};
    if (text.size() > limit) {
        auto space = cut.find_last_of(" \n");
        cut.resize(space == std::string::npos ? 0 : space);
        end_cut(cut);
    }
    std::ranges::replace(cut, '\n', ' ');
    return cut;
}

}  // namespace

MarkedText marked(std::string text, const IsWanted& is_wanted) {
    MarkedText result{std::move(text), {}};
    for (const auto& token : tokens_of(result.text)) {
        if (is_wanted(token.in(result.text))) result.marks.push_back(token);
    }
    return result;
}

MarkedText excerpt(std::string_view text, std::size_t limit, const IsWanted& is_wanted) {
    std::size_t best_begin = 0;
    std::size_t most = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = end_of_sentence(text, begin);
        auto sentence = text.substr(begin, end - begin);
        std::set<std::string_view> found;
        for (const auto& token : tokens_of(sentence)) {
            if (is_wanted(token.in(sentence))) found.insert(token.in(sentence));
        }
        if (found.size() > most) {
            most = found.size();
            best_begin = begin;
        }
        begin = end;
    }
    return marked(trimmed(text.substr(best_begin), limit), is_wanted);
}

}  // namespace okienko::search
