#include "generator/view.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "language/typography.hpp"

namespace okienko::generator {
namespace {

/// So many are found sooner by looking at each.
constexpr std::size_t kFewKeys = 12;
constexpr auto kNoPlace = std::numeric_limits<std::uint16_t>::max();

}  // namespace

View& View::words(ViewName name, std::string_view text) {
    return value(name, language::typeset(text, language_));
}

View& View::words(ViewName name, std::string_view text, language::Language written_in) {
    value(name, language::typeset(text, written_in));
    mark(name.key(), written_in);
    return *this;
}

View& View::value(ViewName name, std::string text) {
    if (text.empty()) return nothing(name);
    return set(name.key(), std::move(text));
}

View& View::html(HtmlName name, std::string markup) {
    return value(name.name(), std::move(markup));
}

View& View::html(HtmlName name, std::string markup, language::Language written_in) {
    html(name, std::move(markup));
    mark(name.name().key(), written_in);
    return *this;
}

View& View::flag(ViewName name, bool on) {
    return set(name.key(), on);
}

View& View::list(ViewName name, std::vector<View> rows) {
    return set(name.key(), std::move(rows));
}

View& View::list(ViewName name, std::vector<SharedRow> rows) {
    return set(name.key(), std::move(rows));
}

View& View::object(ViewName name, View nested) {
    std::vector<View> only;
    only.push_back(std::move(nested));
    return set(name.key(), std::move(only));
}

View& View::nothing(ViewName name) {
    return set(name.key(), false);
}

View& View::set(ViewKey key, Value value) {
    if (!foreign_.empty()) {
        std::erase_if(foreign_, [key](const auto& each) { return each.first == key; });
    }
    auto place = place_of(key);
    if (place < keys_.size()) {
        values_[place] = std::move(value);
    } else {
        keys_.push_back(key);
        values_.push_back(std::move(value));
        note_place(place);
    }
    return *this;
}

std::size_t View::place_of(ViewKey key) const {
    if (slots_.empty()) {
        return static_cast<std::size_t>(std::find(keys_.begin(), keys_.end(), key) - keys_.begin());
    }
    for (std::size_t at = key;; ++at) {
        auto place = slots_[at & (slots_.size() - 1)];
        if (place == kNoPlace || keys_[place] == key) {
            return std::min<std::size_t>(place, keys_.size());
        }
    }
}

/// Of a key that has just been added.
void View::note_place(std::size_t place) {
    if (keys_.size() <= kFewKeys) return;
    if (slots_.size() < 2 * keys_.size()) {
        slots_.assign(std::bit_ceil(4 * keys_.size()), kNoPlace);
        place = 0;
    }
    for (; place < keys_.size(); ++place) {
        std::size_t at = keys_[place];
        while (slots_[at & (slots_.size() - 1)] != kNoPlace) ++at;
        slots_[at & (slots_.size() - 1)] = static_cast<std::uint16_t>(place);
    }
}

void View::mark(ViewKey key, language::Language written_in) {
    if (written_in != language_) foreign_.emplace_back(key, written_in);
}

language::Language View::language_of(ViewKey key) const {
    for (const auto& [known, written_in] : foreign_) {
        if (known == key) return written_in;
    }
    return language_;
}

const View::Value* View::find(ViewKey key) const {
    auto place = place_of(key);
    return place == keys_.size() ? nullptr : &values_[place];
}

Fingerprint View::fingerprint() const {
    auto made = static_cast<Fingerprint>(language_);
    for (const auto& [key, written_in] : foreign_) {
        made = combined(combined(made, key), static_cast<Fingerprint>(written_in));
    }
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        made = combined(combined(made, keys_[i]), values_[i].index());
        if (const auto* text = std::get_if<std::string>(&values_[i])) {
            made = fingerprint_of_bytes(*text, made);
        } else if (const auto* rows = std::get_if<std::vector<View>>(&values_[i])) {
            made = combined(made, rows->size());
            for (const auto& row : *rows) made = combined(made, row.fingerprint());
        } else if (const auto* shared = std::get_if<std::vector<SharedRow>>(&values_[i])) {
            made = combined(made, shared->size());
            for (const auto& row : *shared) made = combined(made, row.view().fingerprint());
        } else {
            made = combined(made, std::get<bool>(values_[i]) ? 1 : 0);
        }
    }
    return made;
}

}  // namespace okienko::generator
