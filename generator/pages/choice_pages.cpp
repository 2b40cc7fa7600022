#include "generator/pages/choice_pages.hpp"

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/choice_list.hpp"
#include "generator/pages/pagination.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;

PageHead list_head(const Site& site,
                   const std::string& address,
                   const std::string& title,
                   const std::string& description,
                   const ListPage& page) {
    auto head = head_under(site,
                           kServiceList,
                           list_page_address(address, page.number),
                           list_page_title(title, page, site.words_in(Language::Polish)),
                           description);
    head.indexing = Indexing::Unlisted;
    return head;
}

void set_list(View& view,
              const Site& site,
              const std::string& address,
              const ServiceList& services,
              std::size_t number) {
    const auto& words = site.words_in(Language::Polish);
    auto page = list_pages(services.size())[number - 1];
    view.words("list_count",
               words.count("count.found", static_cast<std::int64_t>(services.size())));
    set_rows(view, "services", service_rows(site, services_of(page, services)));
    set_pagination(view, address, page, words);
}

View all_services_body(const Site& site, std::size_t number) {
    View view{Language::Polish};
    set_list(view, site, std::string{kAllServicesAddress}, site.services(), number);
    return view;
}

void add_all_services(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    for (const auto& page : list_pages(site.services().size())) {
        pages.push_back(
            {.head = list_head(site,
                               std::string{kAllServicesAddress},
                               words["all_services_page.title"],
                               words["all_services_page.lead"],
                               page),
             .template_name = "all_services",
             .body = [&site, number = page.number] { return all_services_body(site, number); }});
    }
}

/// The other choices of the group, this one among them: a way to look further.
std::vector<View> sibling_rows(const Site& site, ChoiceGroup group, const std::string& value) {
    std::vector<View> rows;
    // A list of hundreds of places is a page of its own.
    if (group == ChoiceGroup::Place) return rows;
    for (const auto& choice : shown_group(site, group).choices) {
        View row{Language::Polish};
        row.value("sibling_url", choice.address);
        row.words("sibling_name", choice.name);
        row.flag("sibling_current", choice.value == value);
        rows.push_back(std::move(row));
    }
    return rows;
}

View choice_body(const Site& site,
                 ChoiceGroup group,
                 const std::string& value,
                 std::size_t number) {
    auto slug = std::string{slug_of(group)};
    View view{Language::Polish};
    set_list(
        view, site, choice_address(group, value), services_of_choice(site, group, value), number);
    view.words("group_name", site.words_in(Language::Polish)["choice_group." + slug]);
    set_rows(view, "siblings", sibling_rows(site, group, value));
    // The panel of all services need not have every place.
    bool is_place = group == ChoiceGroup::Place;
    view.value("places_url", is_place ? std::string{kPlaceListAddress} : std::string{});
    view.value("narrow_url", is_place ? "/uslugi/" : "/uslugi/?" + slug + "=" + value);
    return view;
}

void add_choice(const Site& site,
                const ShownGroup& group,
                const ShownChoice& choice,
                Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    auto key = "choice_title." + std::string{slug_of(group.group)};
    auto title = words.format(key, {{"value", choice.name}});
    for (const auto& page : list_pages(choice.services->size())) {
        pages.push_back(
            {.head = list_head(site, choice.address, title, title, page),
             .template_name = "choice",
             .body = [&site, group = group.group, value = choice.value, number = page.number] {
                 return choice_body(site, group, value, number);
             }});
    }
}

View places_body(const Site& site) {
    const auto& words = site.words_in(Language::Polish);
    std::vector<View> rows;
    for (const auto& choice : shown_group(site, ChoiceGroup::Place).choices) {
        auto count = static_cast<std::int64_t>(choice.services->size());
        View row{Language::Polish};
        row.value("row_url", choice.address);
        row.words("row_name", choice.name);
        row.words("row_lead", address_line(*site.place(choice.value), words));
        row.words("row_meta", words.count("count.services", count));
        rows.push_back(std::move(row));
    }
    View view{Language::Polish};
    set_rows(view, "entries", std::move(rows));
    return view;
}

void add_place_list(const Site& site, Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    pages.push_back({.head = list_head(site,
                                       std::string{kPlaceListAddress},
                                       words["places_page.title"],
                                       words["places_page.lead"],
                                       {}),
                     .template_name = "places",
                     .body = [&site] { return places_body(site); }});
}

}  // namespace

void add_choice_pages(const Site& site, Pages& pages) {
    add_all_services(site, pages);
    add_place_list(site, pages);
    for (const auto& group : shown_groups(site)) {
        if (group.group == ChoiceGroup::Domain || group.group == ChoiceGroup::Audience) continue;
        for (const auto& choice : group.choices) add_choice(site, group, choice, pages);
    }
}

}  // namespace okienko::generator
