#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/language.hpp"
#include "model/checked.hpp"
#include "model/choice.hpp"
#include "model/document.hpp"

namespace okienko::generator {

/// The interface's words in one language: themes/<name>/i18n/<code>.toml, keys joined with dots.
///
/// A template asks for them as `{{t.service.who}}`, which is put in while the theme is loaded.
/// Code asks for those that depend on a value. A key that does not exist is a bug of ours and
/// throws std::out_of_range naming it. Immutable; safe for concurrent use.
class Words {
  public:
    Words(language::Language language, std::unordered_map<std::string, std::string> texts);

    [[nodiscard]] language::Language language() const { return language_; }
    [[nodiscard]] const std::string* find(std::string_view key) const;
    [[nodiscard]] const std::string& operator[](std::string_view key) const;

    /// The text with "{name}" replaced by values.
    [[nodiscard]] std::string format(
        std::string_view key,
        const std::vector<std::pair<std::string_view, std::string>>& values) const;

    /// "5 usług": the plural form of `key` (sub-keys one, few, many, other) with "{n}" replaced.
    [[nodiscard]] std::string count(std::string_view key, std::int64_t n) const;

    /// The label of an enum's value: group "fee_per" and FeePer::Hour → "fee_per.hour".
    template <class E>
    [[nodiscard]] const std::string& label(std::string_view group, E value) const {
        return (*this)[std::string{group} + "." + std::string{model::name(value)}];
    }

    [[nodiscard]] const std::unordered_map<std::string, std::string>& all() const { return texts_; }

  private:
    language::Language language_;
    std::unordered_map<std::string, std::string> texts_;
};

}  // namespace okienko::generator
