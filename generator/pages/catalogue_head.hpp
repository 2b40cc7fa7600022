#pragma once

#include <string>
#include <string_view>

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// A list of the catalogue that pages hang under: "/obszary/" and the key of its name.
struct CatalogueList {
    std::string_view address;
    std::string_view key;
    Section section;
};

inline constexpr CatalogueList kServiceList{"/uslugi/", "nav.services", Section::Services};
inline constexpr CatalogueList kDomainList{"/obszary/", "nav.domains", Section::Domains};
inline constexpr CatalogueList kAudienceList{"/dla-kogo/", "nav.audiences", Section::Audiences};
inline constexpr CatalogueList kSituationList{"/sprawy/", "nav.situations", Section::Situations};
inline constexpr CatalogueList kProviderList{"/podmioty/", "nav.providers", Section::Providers};
inline constexpr CatalogueList kIndex{"/a-z/", "nav.a_to_z", Section::Index};

/// The list of services in other languages than this.
std::vector<Translation> list_translations(const Site& site, language::Language language);

/// The head of a page that hangs under a list; breadcrumbs: home, the list.
PageHead head_under(const Site& site,
                    const CatalogueList& list,
                    std::string address,
                    std::string title,
                    std::string description);

/// The head of the list itself; breadcrumbs: home. Only services are listed in other languages.
PageHead head_of(const Site& site,
                 const CatalogueList& list,
                 std::string_view title_key,
                 std::string_view lead_key);

}  // namespace okienko::generator
