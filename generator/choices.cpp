#include "generator/choices.hpp"

#include "model/service_filters.hpp"

namespace okienko::generator {

std::string_view slug_of(ChoiceGroup group) {
    switch (group) {
        case ChoiceGroup::Domain:
            return "obszar";
        case ChoiceGroup::Audience:
            return "dla-kogo";
        case ChoiceGroup::Age:
            return "wiek";
        case ChoiceGroup::Place:
            return "miejsce";
        case ChoiceGroup::Fee:
            return "oplata";
        case ChoiceGroup::Day:
            return "dzien";
        case ChoiceGroup::Decision:
            return "decyzja";
    }
    return {};
}

std::string_view slug_of(model::FeeMode mode) {
    switch (mode) {
        case model::FeeMode::Free:
            return "bezplatnie";
        case model::FeeMode::Fixed:
            return "stala-oplata";
        case model::FeeMode::ByIncome:
            return "wedlug-dochodu";
    }
    return {};
}

std::string_view slug_of(model::DecisionMode mode) {
    switch (mode) {
        case model::DecisionMode::Programme:
            return "bez-decyzji";
        case model::DecisionMode::Decision:
            return "decyzja";
        case model::DecisionMode::SeparateAct:
            return "odrebna-ustawa";
    }
    return {};
}

std::string_view slug_of(std::chrono::weekday day) {
    static constexpr std::array<std::string_view, 7> kSlugs{
        "niedziela", "poniedzialek", "wtorek", "sroda", "czwartek", "piatek", "sobota"};
    return kSlugs.at(day.c_encoding());
}

std::string choice_key(ChoiceGroup group, std::string_view value) {
    std::string key{slug_of(group)};
    return key.append("/").append(value);
}

void for_each_choice(const model::Service& service,
                     model::Date today,
                     const std::function<void(std::string key)>& add) {
    for (const auto& group : model::kAgeGroups) {
        if (model::is_open_to(service, group)) add(choice_key(ChoiceGroup::Age, group.slug));
    }
    for (auto place : model::places_of(service, today)) {
        add(choice_key(ChoiceGroup::Place, place));
    }
    add(choice_key(ChoiceGroup::Fee, slug_of(service.fee_mode)));
    auto days = model::weekdays_of(service, today);
    for (unsigned day = 0; day < days.size(); ++day) {
        if (days.test(day)) add(choice_key(ChoiceGroup::Day, slug_of(std::chrono::weekday{day})));
    }
    add(choice_key(ChoiceGroup::Decision, slug_of(service.decision_mode)));
}

}  // namespace okienko::generator
