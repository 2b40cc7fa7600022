#include "search/word_forms.hpp"

#include <algorithm>
#include <array>

#include "language/folding.hpp"

namespace okienko::search {
namespace {

/// What new words of our field begin with.
constexpr std::array<std::string_view, 16> kPrefixes{"tele",
                                                     "wideo",
                                                     "auto",
                                                     "współ",
                                                     "anty",
                                                     "psycho",
                                                     "socjo",
                                                     "fizjo",
                                                     "hydro",
                                                     "arte",
                                                     "neuro",
                                                     "multi",
                                                     "mikro",
                                                     "mini",
                                                     "eko",
                                                     "inter"};
constexpr std::size_t kShortestRest = 5;

/// The prefix that a word begins with, when enough is left of it; or nothing.
std::string_view prefix_of(std::string_view word) {
    for (auto prefix : kPrefixes) {
        if (word.starts_with(prefix) && word.size() >= prefix.size() + kShortestRest) {
            return prefix;
        }
    }
    return {};
}

/// "zrobiłbym": regular, rarely typed, and a third of all forms of a verb.
bool is_conditional(std::string_view form, std::string_view lemma) {
    constexpr std::array<std::string_view, 5> kEndings{"by", "bym", "byś", "byśmy", "byście"};
    if (!lemma.ends_with("ć") && !lemma.ends_with('c')) return false;
    return std::ranges::any_of(kEndings, [&](auto ending) { return form.ends_with(ending); });
}

/// Of a letter of two bytes: Latin-1, Latin Extended-A and Cyrillic. Letters of more bytes have no
/// case in the languages that we meet.
constexpr unsigned small_letter(unsigned letter) {
    auto among = [letter](unsigned first, unsigned last) {
        return letter >= first && letter <= last;
    };
    bool far_off = (among(0xC0, 0xDE) && letter != 0xD7) || among(0x410, 0x42F);
    if (far_off) return letter + 0x20;
    if (among(0x400, 0x40F)) return letter + 0x50;
    // The small letter stands behind its capital; capitals are even here, and odd there.
    bool even = among(0x100, 0x137) || among(0x14A, 0x177) || letter == 0x490;
    if (even) return letter | 1U;
    bool odd = among(0x139, 0x148) || among(0x179, 0x17E);
    return odd ? letter + (letter & 1U) : letter;
}

}  // namespace

WordForms::WordForms(std::shared_ptr<const language::Inflection> inflection,
                     std::vector<SearchWords::Inflected> inflected)
    : inflection_(std::move(inflection)), inflected_(std::move(inflected)) {}

const WordForms::Added& WordForms::added() const {
    std::call_once(once_, [this] {
        for (const auto& [word, like] : inflected_) {
            auto lemma = lower_case(word);
            auto forms = inflection_->forms_like(lemma, like);
            for (const auto& form : forms) added_.lemmas.emplace(form, lemma);
            added_.forms.emplace(lemma, std::move(forms));
        }
    });
    return added_;
}

/// The parts of an index ask about the same words.
std::vector<std::string> WordForms::lemmas(std::string_view lower) const {
    std::string word{lower};
    {
        std::lock_guard lock{mutex_};
        auto known = known_.find(word);
        if (known != known_.end()) return known->second;
    }
    auto found = find_lemmas(word);
    std::lock_guard lock{mutex_};
    return known_.emplace(std::move(word), std::move(found)).first->second;
}

std::vector<std::string> WordForms::find_lemmas(const std::string& lower) const {
    const auto& lemmas = added().lemmas;
    auto known = lemmas.find(lower);
    if (known != lemmas.end()) return {known->second};
    auto found = inflection_->lemmas(lower);
    if (!found.empty()) return found;
    auto prefix = prefix_of(lower);
    if (!prefix.empty()) {
        found = inflection_->lemmas(std::string_view{lower}.substr(prefix.size()));
        for (auto& lemma : found) lemma.insert(0, prefix);
    }
    if (found.empty()) found.push_back(lower);
    return found;
}

std::vector<std::string> WordForms::forms(std::string_view lemma) const {
    const auto& added_forms = added().forms;
    auto known = added_forms.find(std::string{lemma});
    if (known != added_forms.end()) return known->second;
    auto found = inflection_->forms(lemma);
    auto prefix = prefix_of(lemma);
    if (found.empty() && !prefix.empty()) {
        found = inflection_->forms(lemma.substr(prefix.size()));
        for (auto& form : found) form.insert(0, prefix);
    }
    std::erase_if(found, [&](const auto& form) { return is_conditional(form, lemma); });
    if (found.empty()) found.emplace_back(lemma);
    return found;
}

std::string lower_case(std::string_view word) {
    std::string lower;
    lower.reserve(word.size());
    for (std::size_t at = 0; at < word.size(); ++at) {
        auto c = static_cast<unsigned char>(word[at]);
        bool two_bytes = c >= 0xC3 && c <= 0xD3 && at + 1 < word.size();
        if (!two_bytes) {
            lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : word[at];
            continue;
        }
        auto second = static_cast<unsigned char>(word[++at]);
        auto letter = small_letter(((c & 0x1FU) << 6) | (second & 0x3FU));
        lower += static_cast<char>(0xC0U | (letter >> 6));
        lower += static_cast<char>(0x80U | (letter & 0x3FU));
    }
    return lower;
}

std::string folded_stem(language::Language language, std::string_view word) {
    auto folded = language::fold(word);
    if (language != language::Language::English || folded.size() < 4) return folded;
    if (folded.ends_with("ies")) return folded.substr(0, folded.size() - 3) + "y";
    if (folded.ends_with('s') && !folded.ends_with("ss") && !folded.ends_with("us")) {
        folded.pop_back();
    }
    return folded;
}

}  // namespace okienko::search
