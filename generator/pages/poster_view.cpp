#include "generator/pages/poster_view.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "generator/pages/fee_view.hpp"
#include "language/typography.hpp"
#include "language/utf8.hpp"

namespace okienko::generator {
namespace {

using language::Language;

constexpr std::size_t kMostWords = 40;
/// "Zadzwoń", the number in three or four groups, an extension.
constexpr std::size_t kWordsOfCall = 7;

struct WordsOf {
    std::size_t count = 0;
    std::size_t longest = 0;  ///< In characters.
};

WordsOf words_of(std::string_view text) {
    WordsOf words;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            ++words.count;
            words.longest =
                std::max(words.longest, language::character_count(text.substr(at, end - at)));
        }
        at = end + 1;
    }
    return words;
}

/// The largest type in which the name fits, in the widest of the fonts that a system may have: its
/// longest word, with what must not be parted from it, in one line, all of it in three.
std::string class_of(const std::string& name) {
    auto longest = words_of(language::typeset(name, Language::Polish)).longest;
    auto length = language::character_count(name);
    std::string size = "small";
    if (longest <= 8 && length <= 20) {
        size = "huge";
    } else if (longest <= 12 && length <= 36) {
        size = "large";
    } else if (longest <= 17 && length <= 50) {
        size = "medium";
    }
    return "ok-poster ok-poster--" + size;
}

/// The summary, or what it says before its first colon or full stop, or nothing.
std::string lead_of(const std::string& summary, std::size_t room) {
    if (words_of(summary).count <= room) return summary;
    auto end = summary.find_first_of(":.?");
    if (end == std::string::npos) return {};
    auto lead = summary.substr(0, end) + (summary[end] == '?' ? "?" : ".");
    return words_of(lead).count <= room ? lead : std::string{};
}

}  // namespace

void set_poster(View& view, const Site& site, const model::Service& service) {
    const auto& words = site.words_in(Language::Polish);
    auto cost = fee_summary(service.fee_mode, service.fees, site.clock(), words);
    auto used = words_of(site.settings().centre.name).count + words_of(service.name).count +
                words_of(cost).count + kWordsOfCall;
    auto room = used < kMostWords ? kMostWords - used : 0;
    view.value("poster_class", class_of(service.name));
    view.words("poster_name", service.name);
    view.words("poster_cost", cost);
    view.words("poster_lead", lead_of(service.summary, room));
}

}  // namespace okienko::generator
