#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/language.hpp"
#include "model/card_rules.hpp"
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
    struct KeyHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const {
            return std::hash<std::string_view>{}(key);
        }
    };
    using Texts = std::unordered_map<std::string, std::string, KeyHash, std::equal_to<>>;

    Words(language::Language language, Texts texts);

    [[nodiscard]] language::Language language() const { return language_; }
    [[nodiscard]] const std::string* find(std::string_view key) const;
    [[nodiscard]] const std::string& operator[](std::string_view key) const;

    using Values = std::span<const std::pair<std::string_view, std::string_view>>;

    /// The text with "{name}" replaced by values.
    [[nodiscard]] std::string format(std::string_view key, Values values) const;
    [[nodiscard]] std::string format(
        std::string_view key,
        std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
        return format(key, Values{values.begin(), values.size()});
    }
    [[nodiscard]] std::string format(std::string_view key, const model::RuleDetails& values) const {
        return format(key, std::vector<Values::value_type>{values.begin(), values.end()});
    }

    /// "5 usług": the plural form of `key` (sub-keys one, few, many, other) with "{n}" replaced.
    [[nodiscard]] std::string count(std::string_view key, std::int64_t n) const;

    /// The label of an enum's value: group "fee_per" and FeePer::Hour → "fee_per.hour".
    template <class E>
    [[nodiscard]] const std::string& label(std::string_view group, E value) const {
        auto name = model::name(value);
        std::string key;
        key.reserve(group.size() + 1 + name.size());
        return (*this)[key.append(group).append(".").append(name)];
    }

    [[nodiscard]] const Texts& all() const { return texts_; }

  private:
    language::Language language_;
    Texts texts_;
};

}  // namespace okienko::generator
