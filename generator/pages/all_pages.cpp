#include "generator/pages/all_pages.hpp"

#include <future>

#include "generator/pages/a_to_z_page.hpp"
#include "generator/pages/audience_pages.hpp"
#include "generator/pages/choice_pages.hpp"
#include "generator/pages/clause_pages.hpp"
#include "generator/pages/contact_page.hpp"
#include "generator/pages/content_pages.hpp"
#include "generator/pages/declaration_page.hpp"
#include "generator/pages/document_pages.hpp"
#include "generator/pages/domain_pages.hpp"
#include "generator/pages/expired_pages.hpp"
#include "generator/pages/film_pages.hpp"
#include "generator/pages/home_page.hpp"
#include "generator/pages/leaflet_pages.hpp"
#include "generator/pages/news_pages.hpp"
#include "generator/pages/not_found_page.hpp"
#include "generator/pages/programme_pages.hpp"
#include "generator/pages/provider_pages.hpp"
#include "generator/pages/redirect_pages.hpp"
#include "generator/pages/results_page.hpp"
#include "generator/pages/search_page.hpp"
#include "generator/pages/service_list_pages.hpp"
#include "generator/pages/service_pages.hpp"
#include "generator/pages/service_version_list_pages.hpp"
#include "generator/pages/site_map_page.hpp"
#include "generator/pages/situation_pages.hpp"
#include "generator/pages/timetable_page.hpp"
#include "generator/pages/timetable_sheet_pages.hpp"

namespace okienko::generator {

Pages all_pages(const Site& site) {
    // Tens of thousands of names are put in the order of the alphabet meanwhile.
    auto letters = std::async(std::launch::async, [&site] { return index_letters(site); });
    Pages pages;
    // A sheet and a leaflet each; lists of them come to a third as many.
    pages.reserve(site.services().size() * 7 / 3 + 100);
    // They are drawn in this order. Lists come later, because the rows that they draw stay in
    // memory, and the parts of the search index, made beside the first pages, need room.
    add_home_page(site, pages);
    add_service_pages(site, pages);
    add_leaflet_pages(site, pages);
    add_service_list_pages(site, pages);
    add_service_version_list_pages(site, pages);
    add_choice_pages(site, pages);
    add_domain_pages(site, pages);
    add_audience_pages(site, pages);
    add_situation_pages(site, pages);
    add_provider_pages(site, pages);
    add_timetable_page(site, pages);
    add_timetable_sheet_pages(site, pages);
    add_programme_pages(site, pages);
    add_content_pages(site, pages);
    add_news_pages(site, pages);
    add_document_pages(site, pages);
    add_film_pages(site, pages);
    add_contact_page(site, pages);
    add_a_to_z_pages(site, letters.get(), pages);
    add_results_page(site, pages);
    add_declaration_pages(site, pages);
    add_clause_pages(site, pages);
    add_site_map_page(site, pages);
    add_search_pages(site, pages);
    add_not_found_page(site, pages);
    add_expired_pages(site, pages);
    add_redirect_pages(site, pages);
    return pages;
}

}  // namespace okienko::generator
