#include "generator/pages/choice_list.hpp"

#include <utility>

#include "generator/pages/catalogue_lists.hpp"
#include "language/dates.hpp"
#include "model/service_filters.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// Adds choices to a group as long as they find something.
class GroupMaker {
  public:
    GroupMaker(const Site& site, ChoiceGroup group) : site_(site) {
        made_.group = group;
        made_.name = words()["choice_group." + std::string{slug_of(group)}];
    }

    void add(std::string_view value, std::string name) {
        const auto& services = services_of_choice(site_, made_.group, value);
        if (services.empty()) return;
        made_.choices.push_back(
            {std::string{value}, std::move(name), choice_address(made_.group, value), &services});
    }

    template <class E>
    void add_all_of(std::string_view labels) {
        for (std::size_t i = 0; i < model::Choice<E>::kNames.size(); ++i) {
            auto value = static_cast<E>(i);
            add(slug_of(value), words().label(labels, value));
        }
    }

    [[nodiscard]] const Words& words() const { return site_.words_in(Language::Polish); }
    ShownGroup take() { return std::move(made_); }

  private:
    const Site& site_;
    ShownGroup made_;
};

void add_ages(GroupMaker& maker) {
    for (const auto& group : model::kAgeGroups) {
        maker.add(group.slug, maker.words()["age_group." + std::string{group.slug}]);
    }
}

/// Weeks begin on Monday.
void add_days(GroupMaker& maker) {
    for (unsigned iso = 1; iso <= 7; ++iso) {
        std::chrono::weekday day{iso};
        maker.add(slug_of(day), language::weekday_name(day, Language::Polish));
    }
}

}  // namespace

ShownGroup shown_group(const Site& site, ChoiceGroup group) {
    GroupMaker maker{site, group};
    switch (group) {
        case ChoiceGroup::Domain:
            for (const auto* each : published_domains(site)) maker.add(each->slug, each->name);
            break;
        case ChoiceGroup::Audience:
            for (const auto* each : published_audiences(site)) maker.add(each->slug, each->name);
            break;
        case ChoiceGroup::Age:
            add_ages(maker);
            break;
        case ChoiceGroup::Place:
            for (const auto* each : site.places()) maker.add(each->slug, each->name);
            break;
        case ChoiceGroup::Fee:
            maker.add_all_of<model::FeeMode>("fee_choice");
            break;
        case ChoiceGroup::Day:
            add_days(maker);
            break;
        case ChoiceGroup::Decision:
            maker.add_all_of<model::DecisionMode>("decision_choice");
            break;
    }
    return maker.take();
}

std::vector<ShownGroup> shown_groups(const Site& site) {
    std::vector<ShownGroup> groups;
    for (auto group : kChoiceGroups) {
        auto shown = shown_group(site, group);
        if (!shown.choices.empty()) groups.push_back(std::move(shown));
    }
    return groups;
}

const ServiceList& services_of_choice(const Site& site, ChoiceGroup group, std::string_view value) {
    if (group == ChoiceGroup::Domain) return site.services_of_domain(value);
    if (group == ChoiceGroup::Audience) return site.services_of_audience(value);
    return site.services_of_choice(choice_key(group, value));
}

std::string choice_address(ChoiceGroup group, std::string_view value) {
    if (group == ChoiceGroup::Domain) return domain_address(value);
    if (group == ChoiceGroup::Audience) return audience_address(value);
    return "/wybor/" + choice_key(group, value) + "/";
}

}  // namespace okienko::generator
