#include "language/numbers.hpp"

#include <unicode/numberformatter.h>

#include "language/icu.hpp"

namespace okienko::language {

namespace {

using icu::number::FormattedNumber;
using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;
using icu::number::Precision;
using icu::number::Scale;

constexpr std::string_view kCurrencySuffix = "\u00A0zł";

/// The formatters of one language; ICU documents LocalizedNumberFormatter as immutable and
/// thread-safe.
struct Formatters {
    explicit Formatters(Language language)
        : whole(NumberFormatter::withLocale(icu_locale(language))),
          hundredths(whole.scale(Scale::powerOfTen(-2)).precision(Precision::fixedFraction(2))),
          percentage(whole.unit(icu::MeasureUnit::getPercent())
                         .precision(Precision::maxFraction(2))
                         .roundingMode(UNUM_ROUND_HALFUP)) {}

    LocalizedNumberFormatter whole;
    LocalizedNumberFormatter hundredths;
    LocalizedNumberFormatter percentage;
};

std::string text_of(const FormattedNumber& formatted, UErrorCode status) {
    const icu::UnicodeString text = formatted.toTempString(status);
    require_icu(status, "number format");
    return to_utf8(text);
}

}  // namespace

std::string number(std::int64_t value, Language language) {
    // All our languages write so far the same.
    constexpr std::int64_t kFirstGrouped = 1000;
    if (value >= 0 && value < kFirstGrouped) return std::to_string(value);
    UErrorCode status = U_ZERO_ERROR;
    return text_of(one_per_language<Formatters>(language).whole.formatInt(value, status), status);
}

std::string money(std::int64_t hundredths, Language language) {
    constexpr std::int64_t kHundredthsInOne = 100;
    if (hundredths % kHundredthsInOne == 0) {
        return number(hundredths / kHundredthsInOne, language).append(kCurrencySuffix);
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto& formatter = one_per_language<Formatters>(language).hundredths;
    return text_of(formatter.formatInt(hundredths, status), status).append(kCurrencySuffix);
}

std::string percent(double percentage, Language language) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& formatter = one_per_language<Formatters>(language).percentage;
    return text_of(formatter.formatDouble(percentage, status), status);
}

}  // namespace okienko::language
