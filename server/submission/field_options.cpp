#include "server/submission/field_options.hpp"

#include <algorithm>
#include <array>

#include "model/matching.hpp"
#include "model/provider.hpp"

namespace okienko::server {
namespace {

using model::Choice;
using model::Field;
using model::Kind;
using model::Node;

/// The theme's words for the values of a closed list, found by the list itself.
struct ListWords {
    const std::string_view* names;
    std::string_view group;
};

template <class E>
constexpr ListWords words_for(std::string_view group) {
    return {Choice<E>::kNames.data(), group};
}

constexpr ListWords kListWords[] = {
    words_for<model::ServiceKind>("service_kind"),
    words_for<model::ServiceStatus>("service_status"),
    words_for<model::Task>("task"),
    words_for<model::DeliveryMode>("delivery_mode"),
    words_for<model::Applicant>("applicant"),
    words_for<model::DecisionMode>("decision_mode"),
    words_for<model::FeeMode>("fee_mode"),
    words_for<model::ConditionKind>("condition_kind"),
    words_for<model::Necessity>("necessity"),
    words_for<model::DocumentForm>("document_form"),
    words_for<model::FeePer>("fee_per"),
    words_for<model::GdprClass>("gdpr_class"),
    words_for<model::CapacityUnit>("capacity_unit"),
    words_for<model::AccessibilityFeature>("accessibility_feature"),
    words_for<model::FeatureState>("feature_state"),
    words_for<model::ProviderKind>("provider_kind"),
    words_for<model::Frequency>("frequency"),
    words_for<model::Holidays>("holidays"),
    words_for<model::Booking>("booking"),
    words_for<model::ExceptionKind>("exception_kind"),
    words_for<model::Residence>("residence"),
    words_for<model::Household>("household"),
    words_for<model::Certificate>("certificate"),
    words_for<model::Employment>("employment"),
    words_for<model::Role>("role"),
    words_for<model::Need>("need"),
};

constexpr std::string_view kLanguages[] = {"pl", "en", "uk", "de", "ru", "be", "lt", "fr"};

/// More of them nobody looks through on a form.
constexpr std::size_t kMostRelated = 60;

template <class Cards>
std::vector<Option> options_from(const Cards& cards) {
    std::vector<Option> options;
    options.reserve(cards.size());
    for (const auto& card : cards) options.push_back({card.slug, card.name});
    return options;
}

}  // namespace

std::vector<Option> FieldOptions::of(const Field& field,
                                     std::string_view owner,
                                     const Node& cells) const {
    switch (field.kind) {
        case Kind::Choice:
            return choices_of(field);
        case Kind::LanguageCode:
            return languages();
        case Kind::Simc:
            return localities();
        case Kind::Slug:
            return cards_for(field.key, owner, cells);
        default:
            return {};
    }
}

/// The cards that a field may refer to.
std::vector<Option> FieldOptions::cards_for(std::string_view key,
                                            std::string_view owner,
                                            const Node& cells) const {
    const auto& site = live_.site();
    if (key == "domains" || key == "activity_domains") return options_from(site.domains());
    if (key == "audiences") return options_from(site.audiences());
    if (key == "situations") return options_from(site.situations());
    if (key == "programme") return options_from(site.programmes());
    if (key == "place" || key == "places") return places();
    if (key == "partners") return partners();
    if (key == "application_form" || key == "document") return forms();
    return key == "related" && owner == "service" ? related(cells) : std::vector<Option>{};
}

std::vector<Option> FieldOptions::languages() const {
    std::vector<Option> options;
    options.reserve(std::size(kLanguages));
    for (auto code : kLanguages) {
        options.push_back({std::string{code}, words_["spoken_language." + std::string{code}]});
    }
    return options;
}

std::vector<Option> FieldOptions::localities() const {
    std::vector<Option> options;
    options.reserve(live_.site().localities().size());
    for (const auto& each : live_.site().localities()) options.push_back({each.simc, each.name});
    return options;
}

std::vector<Option> FieldOptions::partners() const {
    std::vector<Option> options;
    options.reserve(live_.site().providers().size());
    for (const auto* each : live_.site().providers()) options.push_back({each->slug, each->name});
    return options;
}

std::vector<Option> FieldOptions::choices_of(const Field& field) const {
    auto words = std::ranges::find(kListWords, field.choices.data(), &ListWords::names);
    std::vector<Option> options;
    for (auto name : field.choices) {
        auto key = std::string{words->group} + "." + std::string{name};
        options.push_back({std::string{name}, words_[key]});
    }
    return options;
}

/// Those of the institution itself first: it knows them best.
std::vector<Option> FieldOptions::places() const {
    std::vector<Option> options;
    for (const auto& each : dossier_.places) {
        auto name = each.text("name");
        if (!name.empty()) options.push_back({each.text("id"), name});
    }
    for (const auto* each : live_.site().places()) {
        auto same = [&](const Node& own) { return own.text("id") == each->id; };
        if (std::ranges::none_of(dossier_.places, same)) {
            options.push_back({each->slug, each->name});
        }
    }
    return options;
}

/// Services with which it has a domain in common, and those that are chosen already.
std::vector<Option> FieldOptions::related(const Node& cells) const {
    auto chosen = lines_of(cells.text("related"));
    auto domains = lines_of(cells.text("domains"));
    auto among = [](const auto& lines, const std::string& slug) {
        return std::ranges::count(lines, slug) > 0;
    };
    std::vector<Option> options;
    for (const auto& service : live_.site().services()) {
        const auto& card = service.card();
        bool near = std::ranges::any_of(card.domains,
                                        [&](const auto& domain) { return among(domains, domain); });
        bool is_itself = card.id == cells.text("id");
        bool shown = among(chosen, card.slug) || (near && options.size() < kMostRelated);
        if (shown && !is_itself) options.push_back({card.slug, card.name});
    }
    return options;
}

std::vector<Option> FieldOptions::forms() const {
    std::vector<Option> options;
    for (const auto& each : live_.site().library()) {
        if (each.type == model::DocumentType::Form) options.push_back({each.slug, each.title});
    }
    return options;
}

}  // namespace okienko::server
