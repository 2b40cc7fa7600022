#include "generator/pages/choice_panel.hpp"

#include <algorithm>
#include <vector>

#include "generator/pages/choice_list.hpp"
#include "generator/pages/choice_pages.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// The most choices of a group that the panel shows: a county has hundreds of places.
constexpr std::size_t kMostChoices = 40;

/// Those that find the most services, in the order in which they were.
std::vector<ShownChoice> most_useful(std::vector<ShownChoice> choices) {
    if (choices.size() <= kMostChoices) return choices;
    std::vector<std::size_t> counts;
    counts.reserve(choices.size());
    for (const auto& choice : choices) counts.push_back(choice.services->size());
    std::nth_element(
        counts.begin(), counts.begin() + (kMostChoices - 1), counts.end(), std::greater<>{});
    auto fewest = counts[kMostChoices - 1];
    auto better =
        static_cast<std::size_t>(std::count_if(choices.begin(), choices.end(), [&](const auto& c) {
            return c.services->size() > fewest;
        }));
    auto room = kMostChoices - better;
    std::erase_if(choices, [&](const auto& choice) {
        if (choice.services->size() != fewest) return choice.services->size() < fewest;
        return room == 0 || (--room, false);
    });
    return choices;
}

View choice_row(const ShownChoice& choice) {
    View row{Language::Polish};
    row.value("choice_value", choice.value);
    row.words("choice_name", choice.name);
    row.value("choice_url", choice.address);
    auto count = static_cast<std::int64_t>(choice.services->size());
    row.words("choice_count", language::number(count, Language::Polish));
    return row;
}

View group_row(const Site& site, ShownGroup group) {
    const auto& words = site.words_in(Language::Polish);
    auto all = group.choices.size();
    std::vector<View> rows;
    for (const auto& choice : most_useful(std::move(group.choices))) {
        rows.push_back(choice_row(choice));
    }
    bool cut = rows.size() < all;
    auto slug = std::string{slug_of(group.group)};
    View row{Language::Polish};
    row.value("choice_group_slug", slug);
    row.value("choice_group_id", "wybor-" + slug);
    row.words("choice_group_name", group.name);
    row.list("choices", std::move(rows));
    row.value("choice_more_url", cut ? std::string{kPlaceListAddress} : std::string{});
    row.words("choice_more",
              cut ? words.format(
                        "choices.all_places",
                        {{"n", language::number(static_cast<std::int64_t>(all), Language::Polish)}})
                  : std::string{});
    return row;
}

}  // namespace

void set_choice_panel(View& view, const Site& site) {
    std::vector<View> rows;
    for (auto& group : shown_groups(site)) rows.push_back(group_row(site, std::move(group)));
    view.value("choice_index_url", std::string{kChoiceIndexAddress});
    view.value("choice_rows_url", std::string{kAllServicesAddress});
    set_rows(view, "choice_groups", std::move(rows));
}

}  // namespace okienko::generator
