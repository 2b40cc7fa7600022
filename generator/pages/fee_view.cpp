#include "generator/pages/fee_view.hpp"

#include <algorithm>
#include <optional>

#include "generator/pages/phrases.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using model::Fee;
using model::Money;

constexpr int kWhole = 100;

std::string money_words(Money amount, const Words& words) {
    return language::money(amount.grosze, words.language());
}

bool has_ended(const Fee& fee, const Clock& clock) {
    return fee.valid_to && clock.is_after(*fee.valid_to);
}
bool has_begun(const Fee& fee, const Clock& clock) {
    return !fee.valid_from || !clock.is_before(*fee.valid_from);
}

/// "12 zł", or "od 5 zł do 12 zł".
std::string range_words(Money low, Money high, const Words& words) {
    if (low == high) return money_words(low, words);
    return words.format("service.fee_range",
                        {{"low", money_words(low, words)}, {"high", money_words(high, words)}});
}

std::string per_words(const std::string& amount, model::FeePer per, const Words& words) {
    return words.format("service.fee_amount_per",
                        {{"amount", amount}, {"per", words.label("fee_per", per)}});
}

std::string amount_words(const Fee& fee, const Words& words) {
    auto high = fee.amount_max.value_or(fee.amount);
    if (high.grosze == 0) return words["service.fee_zero"];
    return per_words(range_words(fee.amount, high, words), fee.per, words);
}

/// "od 1 stycznia 2027 r.", "do 30 kwietnia 2027 r.": the beginning only when it lies ahead.
std::string fee_period(const Fee& fee, const Clock& clock, const Words& words) {
    auto from = has_begun(fee, clock) ? std::nullopt : fee.valid_from;
    return period_words(from, fee.valid_to, words);
}

/// The lowest and the highest of today's rates, and what they are for if all are for the same.
struct FeeSpan {
    Money low;
    Money high;
    std::optional<model::FeePer> per;
};

/// What is free is counted but says nothing of a unit: "od 0 zł do 21 zł za godzinę".
std::optional<FeeSpan> span_of(const std::vector<Fee>& fees, const Clock& clock) {
    std::optional<FeeSpan> span;
    bool same_unit = true;
    std::optional<model::FeePer> unit;
    for (const auto& fee : fees) {
        if (has_ended(fee, clock) || !has_begun(fee, clock)) continue;
        auto high = fee.amount_max.value_or(fee.amount);
        if (!span) span = FeeSpan{fee.amount, high, {}};
        span->low = std::min(span->low, fee.amount);
        span->high = std::max(span->high, high);
        if (high.grosze == 0) continue;
        if (unit && *unit != fee.per) same_unit = false;
        unit = fee.per;
    }
    if (span && same_unit) span->per = unit;
    return span;
}

std::string relief_size(const model::Relief& relief, const Words& words) {
    if (relief.percent && *relief.percent == kWhole) return words["service.relief_full"];
    if (relief.percent) {
        return words.format("service.relief_percent",
                            {{"percent", language::percent(*relief.percent, words.language())}});
    }
    if (!relief.amount) return {};
    if (relief.amount->grosze == 0) return words["service.relief_full"];
    return words.format("service.relief_amount", {{"amount", money_words(*relief.amount, words)}});
}

}  // namespace

std::string fee_summary(model::FeeMode fee_mode,
                        const std::vector<Fee>& fees,
                        const Clock& clock,
                        const Words& words) {
    const auto& mode = words.label("fee_mode", fee_mode);
    if (fee_mode == model::FeeMode::Free) return mode;
    auto span = span_of(fees, clock);
    if (!span) return mode;
    auto amount = range_words(span->low, span->high, words);
    if (span->per) amount = per_words(amount, *span->per, words);
    if (fee_mode == model::FeeMode::Fixed) return amount;
    return words.format("service.fee_by_income", {{"amount", amount}});
}

std::string fees_period(const std::vector<Fee>& fees, const Clock& clock, const Words& words) {
    std::optional<std::string> shared;
    for (const auto& fee : fees) {
        if (has_ended(fee, clock)) continue;
        auto period = fee_period(fee, clock, words);
        if (shared && *shared != period) return {};
        shared = period;
    }
    return shared.value_or("");
}

std::vector<View> fee_rows(const std::vector<Fee>& fees,
                           const CardTexts& texts,
                           const Clock& clock,
                           const Words& words) {
    bool said_once = !fees_period(fees, clock, words).empty();
    std::vector<View> rows;
    for (const auto& fee : fees) {
        if (has_ended(fee, clock)) continue;
        View row{words.language()};
        texts.set(row, "fee_name", fee.name);
        row.words("fee_amount", amount_words(fee, words));
        texts.set(row, "fee_note", fee.note);
        row.words("fee_period", said_once ? std::string{} : fee_period(fee, clock, words));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<View> relief_rows(const std::vector<model::Relief>& reliefs,
                              const CardTexts& texts,
                              const Words& words) {
    std::vector<View> rows;
    for (const auto& relief : reliefs) {
        View row{words.language()};
        texts.set(row, "relief_entitled", relief.entitled);
        row.words("relief_size", relief_size(relief, words));
        texts.set(row, "relief_proof", relief.proof);
        texts.set(row, "relief_note", relief.note);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace okienko::generator
