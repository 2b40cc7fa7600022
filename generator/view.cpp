#include "generator/view.hpp"

#include <algorithm>
#include <cassert>

#include "language/typography.hpp"

namespace okienko::generator {

ViewKey view_key(std::string_view name) {
    return fingerprint_of_bytes(name);
}

View& View::words(std::string_view key, std::string_view text) {
    return value(key, language::typeset(text, language_));
}

View& View::words(std::string_view key, std::string_view text, language::Language written_in) {
    value(key, language::typeset(text, written_in));
    mark(key, written_in);
    return *this;
}

View& View::value(std::string_view key, std::string text) {
    if (text.empty()) return nothing(key);
    return set(key, std::move(text));
}

View& View::html(std::string_view key, std::string markup) {
    assert(key.ends_with("_html"));
    return value(key, std::move(markup));
}

View& View::html(std::string_view key, std::string markup, language::Language written_in) {
    html(key, std::move(markup));
    mark(key, written_in);
    return *this;
}

View& View::flag(std::string_view key, bool on) {
    return set(key, on);
}

View& View::list(std::string_view key, std::vector<View> rows) {
    return set(key, std::move(rows));
}

View& View::object(std::string_view key, View nested) {
    std::vector<View> only;
    only.push_back(std::move(nested));
    return set(key, std::move(only));
}

View& View::nothing(std::string_view key) {
    return set(key, false);
}

View& View::set(std::string_view name, Value value) {
    auto key = view_key(name);
    if (!foreign_.empty()) {
        std::erase_if(foreign_, [key](const auto& each) { return each.first == key; });
    }
    auto known = std::find(keys_.begin(), keys_.end(), key);
    if (known != keys_.end()) {
        values_[static_cast<std::size_t>(known - keys_.begin())] = std::move(value);
    } else {
        keys_.push_back(key);
        values_.push_back(std::move(value));
    }
    return *this;
}

void View::mark(std::string_view key, language::Language written_in) {
    if (written_in != language_) foreign_.emplace_back(view_key(key), written_in);
}

language::Language View::language_of(ViewKey key) const {
    for (const auto& [known, written_in] : foreign_) {
        if (known == key) return written_in;
    }
    return language_;
}

const View::Value* View::find(ViewKey key) const {
    auto found = std::find(keys_.begin(), keys_.end(), key);
    return found == keys_.end() ? nullptr
                                : &values_[static_cast<std::size_t>(found - keys_.begin())];
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
        } else {
            made = combined(made, std::get<bool>(values_[i]) ? 1 : 0);
        }
    }
    return made;
}

}  // namespace okienko::generator
