#include "language/plural.hpp"

#include <unicode/plurrule.h>

#include <memory>

#include "language/icu.hpp"

namespace okienko::language {

namespace {

/// The rules of one language. PluralRules::select() is const and keeps no state between calls.
class Rules {
  public:
    explicit Rules(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        rules_.reset(icu::PluralRules::forLocale(icu_locale(language), status));
        require_icu(status, "plural rules");
    }

    [[nodiscard]] icu::UnicodeString select(std::int32_t count) const {
        return rules_->select(count);
    }

  private:
    std::unique_ptr<icu::PluralRules> rules_;
};

/// A small number of the same form. ICU takes 32 bits (or a double, which loses the last digits of
/// large counts), while the rules look at the last digits and at whether the number is just 1.
std::int32_t same_form_in_32_bits(std::int64_t count) {
    constexpr std::uint64_t kMillion = 1'000'000;
    const auto bits = static_cast<std::uint64_t>(count);
    const std::uint64_t magnitude = count < 0 ? 0 - bits : bits;
    return static_cast<std::int32_t>(magnitude < kMillion ? magnitude
                                                          : kMillion + magnitude % kMillion);
}

}  // namespace

PluralForm plural_form(Language language, std::int64_t count) {
    const icu::UnicodeString keyword =
        one_per_language<Rules>(language).select(same_form_in_32_bits(count));
    if (keyword == u"one") {
        return PluralForm::One;
    }
    if (keyword == u"few") {
        return PluralForm::Few;
    }
    return keyword == u"many" ? PluralForm::Many : PluralForm::Other;
}

std::string_view key(PluralForm form) {
    switch (form) {
        case PluralForm::One:
            return "one";
        case PluralForm::Few:
            return "few";
        case PluralForm::Many:
            return "many";
        case PluralForm::Other:
            return "other";
    }
    return {};
}

}  // namespace okienko::language
