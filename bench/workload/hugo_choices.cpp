#include "bench/workload/hugo_choices.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "bench/workload/build_day.hpp"
#include "bench/workload/hugo_data.hpp"
#include "generator/choices.hpp"
#include "language/dates.hpp"
#include "model/service_filters.hpp"

namespace okienko::bench {
namespace {

using generator::ChoiceGroup;

/// The most places that the panel shows, as Okienko's.
constexpr std::size_t kMostPlaces = 40;

struct Value {
    std::string slug;
    std::string name;
};

std::vector<Value> ages() {
    constexpr std::array kNames{
        "do 6 lat", "7–12 lat", "13–17 lat", "18–59 lat", "60 lat i więcej"};
    std::vector<Value> values;
    values.reserve(kNames.size());
    for (const auto& group : model::kAgeGroups) {
        values.push_back({std::string{group.slug}, kNames.at(values.size())});
    }
    return values;
}

std::vector<Value> places(const model::Catalogue& catalogue) {
    std::vector<Value> values;
    for (const auto* place : by_name(catalogue.places)) {
        values.push_back({place->slug, place->name});
    }
    return values;
}

std::vector<Value> day_values() {
    std::vector<Value> values;
    for (unsigned iso = 1; iso <= 7; ++iso) {
        std::chrono::weekday day{iso};
        values.push_back({std::string{generator::slug_of(day)},
                          language::weekday_name(day, language::Language::Polish)});
    }
    return values;
}

std::vector<Value> values_of(ChoiceGroup group, const model::Catalogue& catalogue) {
    switch (group) {
        case ChoiceGroup::Age:
            return ages();
        case ChoiceGroup::Place:
            return places(catalogue);
        case ChoiceGroup::Fee:
            return {{"bezplatnie", "bezpłatnie"},
                    {"stala-oplata", "stała opłata"},
                    {"wedlug-dochodu", "opłata według dochodu"}};
        case ChoiceGroup::Day:
            return day_values();
        case ChoiceGroup::Decision:
            return {{"bez-decyzji", "nie, wystarczy zgłoszenie"},
                    {"decyzja", "tak, decyzja administracyjna"},
                    {"odrebna-ustawa", "według odrębnej ustawy"}};
        case ChoiceGroup::Domain:
        case ChoiceGroup::Audience:
            break;
    }
    return {};
}

/// What stands before the value in the title of its page.
std::string_view title_of(ChoiceGroup group) {
    switch (group) {
        case ChoiceGroup::Age:
            return "Usługi dla osób w wieku: ";
        case ChoiceGroup::Place:
            return "Usługi w miejscu: ";
        case ChoiceGroup::Fee:
            return "Usługi, opłata: ";
        case ChoiceGroup::Day:
            return "Usługi w dniu: ";
        case ChoiceGroup::Decision:
            return "Usługi, czy potrzebna decyzja: ";
        case ChoiceGroup::Domain:
        case ChoiceGroup::Audience:
            break;
    }
    return {};
}

using Counts = std::map<std::string, std::size_t>;

Counts count_services(const model::Catalogue& catalogue) {
    Counts counts;
    for (const auto& service : catalogue.services) {
        generator::for_each_choice(
            service, kBuildDay, [&](const std::string& key) { ++counts[key]; });
    }
    return counts;
}

/// Those places that the panel shows: with the most services, the first of them among equals.
std::vector<std::string> shown_places(const std::vector<Value>& places, const Counts& counts) {
    std::vector<std::pair<std::size_t, std::string>> counted;
    for (const auto& place : places) {
        auto found = counts.find(generator::choice_key(ChoiceGroup::Place, place.slug));
        if (found != counts.end()) counted.emplace_back(found->second, place.slug);
    }
    std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    if (counted.size() > kMostPlaces) counted.resize(kMostPlaces);
    std::vector<std::string> slugs;
    slugs.reserve(counted.size());
    for (const auto& [count, slug] : counted) slugs.push_back(slug);
    return slugs;
}

}  // namespace

std::vector<HugoChoice> choices(const model::Catalogue& catalogue) {
    auto counts = count_services(catalogue);
    std::vector<HugoChoice> choices;
    for (auto group : generator::kChoiceGroups) {
        auto values = values_of(group, catalogue);
        auto shown =
            group == ChoiceGroup::Place ? shown_places(values, counts) : std::vector<std::string>{};
        std::int64_t weight = 0;
        for (const auto& value : values) {
            auto found = counts.find(generator::choice_key(group, value.slug));
            if (found == counts.end()) continue;
            JsonObject term;
            term.add("title", std::string{title_of(group)} + value.name)
                .add("linkTitle", value.name)
                .number("weight", ++weight);
            bool of_panel = group != ChoiceGroup::Place ||
                            std::find(shown.begin(), shown.end(), value.slug) != shown.end();
            if (of_panel) term.value("of_panel", "true");
            choices.push_back(
                {std::string{generator::slug_of(group)}, value.slug, term.text(), found->second});
        }
    }
    return choices;
}

void add_choices(JsonObject& card, const model::Service& service) {
    std::map<std::string, std::vector<std::string>> found;
    generator::for_each_choice(service, kBuildDay, [&](const std::string& key) {
        auto slash = key.find('/');
        found["wybor/" + key.substr(0, slash)].push_back(key.substr(slash + 1));
    });
    for (const auto& [taxonomy, values] : found) card.add(taxonomy, values);
}

}  // namespace okienko::bench
