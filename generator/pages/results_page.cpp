#include "generator/pages/results_page.hpp"

#include "generator/pages/budget_view.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/indicators_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;

View results_view(const Site& site) {
    View view{Language::Polish};
    set_rows(view, "indicator_services", indicator_services(site));
    set_budget(view, site);
    return view;
}

}  // namespace

void add_results_page(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    pages.push_back(
        {.head = data_head(
             site, "/wyniki/", words["results.title"], words["results.lead"], Section::Results),
         .template_name = "results",
         .body = [&site] { return results_view(site); }});
}

}  // namespace okienko::generator
