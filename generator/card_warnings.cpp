#include "generator/card_warnings.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/service_version.hpp"
#include "language/dates.hpp"
#include "model/suggestion.hpp"

namespace okienko::generator {
namespace {

/// A card with an icon that the theme lacks is shown with the neutral one.
template <class Card>
void check_icons(std::string_view kind,
                 const std::vector<Card>& cards,
                 const std::vector<std::string_view>& known,
                 model::Problems& warnings) {
    for (const auto& card : cards) {
        if (card.icon.empty()) continue;
        if (std::find(known.begin(), known.end(), card.icon) != known.end()) continue;
        warnings.push_back({model::RecordPosition{std::string{kind}, card.slug, "icon"},
                            "motyw nie ma ikony „" + card.icon + "”",
                            model::did_you_mean(card.icon, known)});
    }
}

void check_age(const SiteData& site, model::Problems& warnings) {
    auto year_ago = std::chrono::sys_days{site.now.date} - std::chrono::days{365};
    for (const auto& service : site.catalogue.services) {
        if (std::chrono::sys_days{service.verified_on} >= year_ago) continue;
        warnings.push_back(
            {model::RecordPosition{"service", service.slug, "verified_on"},
             "danych nie sprawdzano od " +
                 language::date_short(service.verified_on, language::Language::Polish),
             "zadzwoń do realizatora i popraw datę"});
    }
}

void check_translation(const model::Service& card,
                       const model::ServiceTranslation& translation,
                       model::Problems& warnings) {
    auto warn = [&](std::string field, std::string message, std::string remedy) {
        warnings.push_back({model::RecordPosition{"service", translation.service, std::move(field)},
                            "tłumaczenie (" + translation.language + ") " + std::move(message),
                            std::move(remedy)});
    };
    if (!names_the_service(translation)) {
        warn("name",
             "nie ma nazwy i streszczenia, więc nie ma własnej strony",
             "przetłumacz name i summary");
    }
    auto outdated = outdated_fields(card, translation);
    if (outdated.empty()) return;
    auto first = outdated.front();
    warn(std::move(first),
         "jest starsze niż karta; takich tekstów: " + std::to_string(outdated.size()) +
             ", pokazujemy je po polsku",
         "przetłumacz je na nowo");
}

void check_translations(const SiteData& site, model::Problems& warnings) {
    for (const auto& translation : site.catalogue.service_translations) {
        auto service = site.services.find(translation.service);
        if (service != site.services.end()) {
            check_translation(*service->second, translation, warnings);
        }
    }
}

}  // namespace

model::Problems card_warnings(const SiteData& site) {
    model::Problems warnings;
    std::vector<std::string_view> icons{site.icons.begin(), site.icons.end()};
    check_icons("audience", site.catalogue.audiences, icons, warnings);
    check_icons("situation", site.catalogue.situations, icons, warnings);
    check_age(site, warnings);
    check_translations(site, warnings);
    return warnings;
}

}  // namespace okienko::generator
