#include "language/inflection.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "language/fnv_hash.hpp"
#include "language/latin2.hpp"

namespace okienko::language {
namespace {

/// A way to make a form: take `strip` from the end of the word, put `add` there, if the word ends
/// as `condition` says. All texts are ISO 8859-2, lower-case.
struct Rule {
    char flag;
    std::string strip;
    std::string add;
    std::string condition;  ///< Letters, "." and sets such as "[^dsz]"; "." alone fits all.
};

/// From a form with some ending back to a word: rules that strip the same letters lead to the same
/// word, which is looked for once.
struct WayBack {
    std::string strip;
    std::vector<const Rule*> rules;  ///< In their order.
};

/// The prefix that turns an adjective into its opposite: the only one of the Polish dictionary.
constexpr std::string_view kNegation = "nie";

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    std::string text(stream ? static_cast<std::size_t>(stream.tellg()) : 0, '\0');
    stream.seekg(0);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream || text.empty()) {
        throw std::runtime_error("nie ma słownika " + file.string() +
                                 "; zainstaluj go: apt-get install hunspell-pl");
    }
    return text;
}

/// Takes the first line off, or the first part of a line; nothing when there is none left.
std::string_view take_line(std::string_view& text) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}
std::string_view take_part(std::string_view& line) {
    constexpr std::string_view kBlank = " \t\r";
    line.remove_prefix(std::min(line.find_first_not_of(kBlank), line.size()));
    auto part = line.substr(0, line.find_first_of(kBlank));
    line.remove_prefix(part.size());
    return part;
}

/// Three hundred thousand short words are put into a table before the first answer.
std::size_t hash_of(std::string_view word) {
    auto hash = fnv_hash(word);
    return hash ^ (hash >> 32U);
}

/// Whether the end of `word` fits a condition of an affix rule.
bool fits(std::string_view condition, std::string_view word) {
    auto at = word.size();
    auto end = condition.size();
    while (end > 0) {
        if (at == 0) return condition == ".";
        char letter = word[--at];
        if (condition[end - 1] != ']') {
            --end;
            if (condition[end] != '.' && condition[end] != letter) return false;
            continue;
        }
        auto begin = condition.rfind('[', end);
        auto set = condition.substr(begin + 1, end - begin - 2);
        bool negated = set.starts_with('^');
        if (negated) set.remove_prefix(1);
        if ((set.find(letter) != std::string_view::npos) == negated) return false;
        end = begin;
    }
    return true;
}

void add_once(std::vector<std::string>& words, std::string word) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
}

}  // namespace

class Inflection::Sorted {
  public:
    Sorted(std::string affixes, std::string words)
        : affixes_(std::move(affixes)), words_(std::move(words)) {
        read_rules();
        index_words();
    }

    /// As in the header, but in the dictionary's own letters.
    [[nodiscard]] std::vector<std::string> lemmas(const std::string& word) const {
        std::vector<std::string> found;
        add_lemmas(word, {}, found);
        if (word.starts_with(kNegation)) {
            add_lemmas(word.substr(kNegation.size()), kNegation, found);
        }
        return found;
    }

    [[nodiscard]] std::vector<std::string> forms(const std::string& lemma) const {
        std::vector<std::string> found;
        add_forms(lemma, {}, found);
        if (lemma.starts_with(kNegation)) {
            add_forms(lemma.substr(kNegation.size()), kNegation, found);
        }
        return found;
    }

  private:
    void read_rules() {
        for (std::string_view rest = affixes_; !rest.empty();) {
            auto line = take_line(rest);
            auto kind = take_part(line);
            auto flag = take_part(line);
            auto strip = take_part(line);
            auto add = take_part(line);
            auto condition = take_part(line);
            // A heading has four parts, a rule has five.
            if (condition.empty()) continue;
            if (kind == "PFX") {
                negation_flag_ = flag.front();
            } else if (kind == "SFX") {
                auto text = [](std::string_view part) { return part == "0" ? "" : part; };
                rules_.push_back({flag.front(),
                                  std::string{text(strip)},
                                  std::string{text(add)},
                                  std::string{condition}});
            }
        }
        for (const auto& rule : rules_) {
            add_way_back(rule);
            by_flag_[static_cast<unsigned char>(rule.flag)].push_back(&rule);
            longest_ending_ = std::max(longest_ending_, rule.add.size());
        }
    }

    void add_way_back(const Rule& rule) {
        auto& ways = by_ending_[rule.add];
        auto same = std::ranges::find(ways, rule.strip, &WayBack::strip);
        if (same == ways.end()) same = ways.insert(same, {rule.strip, {}});
        same->rules.push_back(&rule);
    }

    /// Each line is a word, "/" and its flags. Its place in the text is put into a table by the
    /// hash of the word; words that are written alike stand one after another.
    void index_words() {
        auto lines = static_cast<std::size_t>(std::ranges::count(words_, '\n'));
        table_.assign(std::bit_ceil(lines + lines / 4), kFree);
        for (std::size_t at = words_.find('\n') + 1; at < words_.size();) {
            auto end = at;
            while (end < words_.size() && words_[end] != '/' && words_[end] != '\n') ++end;
            std::span word{words_.data() + at, end - at};
            lower_latin2(word);
            if (!word.empty()) {
                auto slot = slot_of({word.data(), word.size()});
                while (table_[slot] != kFree) slot = (slot + 1) & (table_.size() - 1);
                table_[slot] = static_cast<std::uint32_t>(at);
            }
            at = std::min(words_.find('\n', end), words_.size()) + 1;
        }
    }

    [[nodiscard]] std::size_t slot_of(std::string_view word) const {
        return hash_of(word) & (table_.size() - 1);
    }

    /// Calls `see` with the flags of each entry of this word until it answers true.
    template <class See>
    bool any_entry(std::string_view word, See see) const {
        for (auto slot = slot_of(word); table_[slot] != kFree;
             slot = (slot + 1) & (table_.size() - 1)) {
            auto rest = std::string_view{words_}.substr(table_[slot]);
            if (!rest.starts_with(word)) continue;
            rest.remove_prefix(word.size());
            auto flags = rest.substr(0, rest.find('\n'));
            if (!flags.empty() && flags.front() != '/') continue;
            if (see(flags)) return true;
        }
        return false;
    }

    [[nodiscard]] bool may_take(std::string_view flags, std::string_view prefix) const {
        return prefix.empty() || flags.find(negation_flag_) != std::string_view::npos;
    }

    void add_lemmas(const std::string& word,
                    std::string_view prefix,
                    std::vector<std::string>& found) const {
        auto add = [&](const std::string& lemma) { add_once(found, std::string{prefix} + lemma); };
        if (any_entry(word, [&](auto flags) { return may_take(flags, prefix); })) add(word);
        std::string lemma;
        std::vector<std::pair<const Rule*, std::string>> led;
        for (std::size_t length = 0; length <= std::min(longest_ending_, word.size()); ++length) {
            auto ways = by_ending_.find(word.substr(word.size() - length));
            if (ways == by_ending_.end()) continue;
            for (const auto& way : ways->second) {
                lemma.assign(word, 0, word.size() - length).append(way.strip);
                if (const auto* rule = first_rule(way, lemma, prefix))
                    led.emplace_back(rule, lemma);
            }
            // In the order of the rules, whichever way they are found.
            std::ranges::sort(led, {}, &std::pair<const Rule*, std::string>::first);
            for (const auto& [rule, found_lemma] : led) add(found_lemma);
            led.clear();
        }
    }

    /// The first rule by which the dictionary's entries for the lemma take this way; or nullptr.
    [[nodiscard]] const Rule* first_rule(const WayBack& way,
                                         const std::string& lemma,
                                         std::string_view prefix) const {
        const Rule* first = nullptr;
        any_entry(lemma, [&](auto flags) {
            if (!may_take(flags, prefix)) return false;
            for (const auto* rule : way.rules) {
                if (first && rule >= first) break;
                if (flags.find(rule->flag) == std::string_view::npos) continue;
                if (!fits(rule->condition, lemma)) continue;
                first = rule;
                break;
            }
            return false;
        });
        return first;
    }

    void add_forms(const std::string& lemma,
                   std::string_view prefix,
                   std::vector<std::string>& found) const {
        any_entry(lemma, [&](std::string_view flags) {
            if (!may_take(flags, prefix)) return false;
            add_once(found, std::string{prefix} + lemma);
            for (char flag : flags) {
                for (const auto* rule : by_flag_[static_cast<unsigned char>(flag)]) {
                    if (!lemma.ends_with(rule->strip) || !fits(rule->condition, lemma)) continue;
                    auto stem = lemma.substr(0, lemma.size() - rule->strip.size());
                    add_once(found, std::string{prefix} + stem + rule->add);
                }
            }
            return false;
        });
    }

    static constexpr std::uint32_t kFree = 0;  ///< No word begins there: the first line is a count.

    std::string affixes_;
    std::string words_;
    char negation_flag_ = '\0';
    std::vector<Rule> rules_;
    std::size_t longest_ending_ = 0;
    std::unordered_map<std::string, std::vector<WayBack>> by_ending_;
    std::array<std::vector<const Rule*>, 256> by_flag_;
    std::vector<std::uint32_t> table_;
};

/// Most builds only ask for the version.
Inflection::Inflection(const std::filesystem::path& folder)
    : affixes_(read_whole(folder / "pl_PL.aff")), words_(read_whole(folder / "pl_PL.dic")) {
    version_ = std::hash<std::string>{}(affixes_)*31 + std::hash<std::string>{}(words_);
}

const Inflection::Sorted& Inflection::sorted() const {
    std::call_once(once_, [this] {
        sorted_ = std::make_unique<const Sorted>(std::move(affixes_), std::move(words_));
    });
    return *sorted_;
}

void Inflection::prepare() const {
    static_cast<void>(sorted());
}

Inflection::~Inflection() = default;

std::vector<std::string> Inflection::lemmas(std::string_view word) const {
    auto encoded = to_lower_latin2(word);
    if (!encoded) return {};
    auto found = sorted().lemmas(*encoded);
    for (auto& lemma : found) lemma = from_latin2(lemma);
    return found;
}

std::vector<std::string> Inflection::forms(std::string_view lemma) const {
    auto encoded = to_lower_latin2(lemma);
    if (!encoded) return {};
    auto found = sorted().forms(*encoded);
    for (auto& form : found) form = from_latin2(form);
    return found;
}

std::vector<std::string> Inflection::forms_like(std::string_view word,
                                                std::string_view like) const {
    auto encoded = to_lower_latin2(word);
    auto pattern = to_lower_latin2(like);
    if (!encoded || !pattern) return {};
    std::size_t same = 0;
    while (same < std::min(encoded->size(), pattern->size()) &&
           (*encoded)[encoded->size() - 1 - same] == (*pattern)[pattern->size() - 1 - same]) {
        ++same;
    }
    auto begin = encoded->substr(0, encoded->size() - same);
    auto dropped = pattern->substr(0, pattern->size() - same);
    std::vector<std::string> found;
    for (const auto& form : sorted().forms(*pattern)) {
        if (!form.starts_with(dropped)) continue;
        found.push_back(from_latin2(begin + form.substr(dropped.size())));
    }
    return found;
}

}  // namespace okienko::language
