#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/name_uuid.hpp"
#include "model/service.hpp"

/// How HSDS 3.1 calls what our cards hold. What has no name here travels in the object `cus` of our
/// profile, under the key of model/card_fields: a new field of a card needs nothing here to
/// survive.
namespace okienko::exchange {

/// Our extra object; docs/hsds-profile.md describes it.
inline constexpr std::string_view kProfile = "cus";

/// Within it: the object as its source wrote it, when that was somebody else's.
inline constexpr std::string_view kOriginal = "original";

/// Within it, on a service: its texts in other languages.
inline constexpr std::string_view kTranslations = "translations";

struct HsdsName {
    std::string_view card;
    std::string_view hsds;
};

inline constexpr HsdsName kServiceNames[] = {
    {"id", "id"},
    {"name", "name"},
    {"alert", "alert"},
    {"description", "description"},
    {"website", "url"},
    {"interpretation", "interpretation_services"},
    {"qualification", "application_process"},
    {"fees_note", "fees_description"},
    {"eligibility", "eligibility_description"},
    {"minimum_age", "minimum_age"},
    {"maximum_age", "maximum_age"},
    {"verified_on", "assured_date"},
};

inline constexpr HsdsName kOrganizationNames[] = {
    {"id", "id"},
    {"name", "name"},
    {"profile", "description"},
    {"website", "website"},
    {"email", "email"},
    {"legal_form", "legal_status"},
};

inline constexpr HsdsName kLocationNames[] = {
    {"id", "id"},
    {"name", "name"},
    {"directions", "transportation"},
    {"latitude", "latitude"},
    {"longitude", "longitude"},
};

inline constexpr HsdsName kProgramNames[] = {
    {"id", "id"},
    {"name", "name"},
    {"goal", "description"},
};

inline constexpr HsdsName kCostOptionNames[] = {
    {"name", "option"},
    {"note", "amount_description"},
    {"valid_from", "valid_from"},
    {"valid_to", "valid_to"},
};

inline constexpr HsdsName kRequiredDocumentNames[] = {{"name", "document"}};

inline constexpr HsdsName kContactNames[] = {{"role", "title"}, {"email", "email"}};

inline constexpr HsdsName kCapacityNames[] = {
    {"description", "description"},
    {"maximum", "maximum"},
    {"available", "available"},
};

inline constexpr HsdsName kAccessibilityNames[] = {{"description", "description"}};

inline constexpr HsdsName kScheduleNames[] = {
    {"title", "description"},
    {"interval", "interval"},
    {"valid_from", "valid_from"},
    {"valid_to", "valid_to"},
    {"note", "notes"},
};

inline constexpr HsdsName kTermNames[] = {
    {"slug", "code"},
    {"name", "name"},
    {"description", "description"},
};

/// A dictionary of ours as an HSDS taxonomy: its terms are attributes of a service.
struct Taxonomy {
    std::string_view list;  ///< Key of the service's list.
    std::vector<std::string> model::Service::*slugs;
    std::string_view card;  ///< What a term is called where cards are named.
    std::string_view name;
    std::string_view description;
    std::string_view link_type;
};

inline constexpr Taxonomy kTaxonomies[] = {
    {"domains",
     &model::Service::domains,
     "domain",
     "Obszary usług społecznych",
     "14 obszarów z art. 2 ust. 1 ustawy o realizowaniu usług społecznych przez centrum usług "
     "społecznych",
     "service_category"},
    {"audiences",
     &model::Service::audiences,
     "audience",
     "Grupy odbiorców",
     "Dla kogo jest usługa",
     "audience"},
    {"situations",
     &model::Service::situations,
     "situation",
     "Sytuacje życiowe",
     "W jakiej sprawie mieszkaniec szuka pomocy",
     "situation"},
};

inline std::string taxonomy_id(const Taxonomy& taxonomy) {
    return name_uuid("taxonomy/" + std::string{taxonomy.card});
}

/// HSDS writes one of our four states with a space.
inline constexpr std::string_view kHsdsTemporarilyClosed = "temporarily closed";

}  // namespace okienko::exchange
