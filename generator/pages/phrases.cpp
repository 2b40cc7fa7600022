#include "generator/pages/phrases.hpp"

#include "language/dates.hpp"

namespace okienko::generator {

std::string joined(const std::vector<std::string>& parts, const Words& words) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += words[i + 1 == parts.size() ? "list.and" : "list.comma"];
        text += parts[i];
    }
    return text;
}

std::string date_words(model::Date date, const Words& words) {
    return words.format("dates.long", {{"date", language::date_long(date, words.language())}});
}

std::string weekday_and_date(model::Date date, const Words& words) {
    return words.format("dates.weekday_and_date",
                        {{"weekday", language::weekday_name(date, words.language())},
                         {"date", date_words(date, words)}});
}

std::string period_words(const std::optional<model::Date>& from,
                         const std::optional<model::Date>& to,
                         const Words& words) {
    if (from && to) {
        return words.format(
            "dates.from_until",
            {{"from", date_words(*from, words)}, {"until", date_words(*to, words)}});
    }
    if (from) return words.format("dates.from", {{"date", date_words(*from, words)}});
    if (to) return words.format("dates.until", {{"date", date_words(*to, words)}});
    return {};
}

}  // namespace okienko::generator
