#include "generator/pages/programme_pages.hpp"

#include <memory>
#include <unordered_map>

#include "generator/pages/content_view.hpp"
#include "generator/pages/service_links.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Programme;

/// The rules and the services of each programme, by its slug.
struct ProgrammeIndex {
    std::unordered_map<std::string_view, const ContentPage*> rules;
    std::unordered_map<std::string_view, ServiceList> services;
};
using SharedIndex = std::shared_ptr<const ProgrammeIndex>;

SharedIndex make_index(const Site& site) {
    auto index = std::make_shared<ProgrammeIndex>();
    for (const auto& page : site.content) {
        bool rules = page.kind == ContentKind::Programme && page.language == Language::Polish;
        if (rules) index->rules.emplace(page.programme, &page);
    }
    for (const auto* service : site.services_by_name) {
        if (!service->programme.empty()) index->services[service->programme].push_back(service);
    }
    return index;
}

std::string programme_address(const ProgrammeIndex& index, const Programme& programme) {
    auto rules = index.rules.find(programme.slug);
    return rules == index.rules.end() ? "/program/" + programme.slug + "/" : rules->second->address;
}

View programme_document(const Programme& programme) {
    View row{Language::Polish};
    row.value("linked_address", document_address(programme.document));
    return row;
}

/// Keys of the component programme_facts.
void set_facts(View& view, const Site& site, const Programme& programme) {
    const auto& words = site.words_in(Language::Polish);
    view.words("programme_resolution", programme.resolution);
    view.object("adopted_on", date_view(site, Language::Polish, programme.adopted_on));
    view.object("valid_from", date_view(site, Language::Polish, programme.valid_from));
    view.object("valid_to", date_view(site, Language::Polish, programme.valid_to));
    view.words("expected_people", words.count("count.all_people", programme.expected_people));
    view.nothing("programme_document");
    if (!programme.document.empty()) {
        view.object("programme_document", programme_document(programme));
    }
}

View programme_row(const Site& site, const ProgrammeIndex& index, const Programme& programme) {
    View row{Language::Polish};
    row.value("programme_address", programme_address(index, programme));
    row.words("programme_name", programme.name);
    row.words("programme_goal", programme.goal);
    set_facts(row, site, programme);
    return row;
}

Page list_page(const Site& site, const SharedIndex& index) {
    const auto& words = site.words_in(Language::Polish);
    return {.head = data_head(site,
                              "/program/",
                              words["programme.title"],
                              words["programme.lead"],
                              Section::Programme),
            .template_name = "programmes",
            .source = "programmes",
            .body = [&site, index] {
                std::vector<View> rows;
                for (const auto& programme : site.catalogue.programmes) {
                    rows.push_back(programme_row(site, *index, programme));
                }
                View view{Language::Polish};
                set_rows(view, "programmes", std::move(rows));
                return view;
            }};
}

void set_services(View& view,
                  const Site& site,
                  const ProgrammeIndex& index,
                  std::string_view programme) {
    auto services = index.services.find(programme);
    static const ServiceList kNone;
    set_service_links(view, site, services == index.services.end() ? kNone : services->second);
}

std::string heading_text(const ContentPage& page, std::string_view id) {
    for (const auto& heading : page.headings) {
        if (heading.id == id) return heading.text;
    }
    return {};
}

/// The twelve elements in the order of the act, each under the editor's own heading.
std::vector<View> elements_of(const ContentPage& page) {
    std::vector<View> rows;
    for (const auto& id : page.element_headings) {
        auto text = heading_text(page, id);
        if (text.empty()) continue;
        View row{page.language};
        row.value("element_address", "#" + id).words("element_text", text);
        rows.push_back(std::move(row));
    }
    return rows;
}

View rules_view(const Site& site, const ProgrammeIndex& index, const ContentPage& page) {
    auto view = content_view(site, page);
    set_rows(view, "elements", elements_of(page));
    view.nothing("programme");
    auto programme = site.programmes.find(page.programme);
    if (programme != site.programmes.end()) {
        View facts{Language::Polish};
        set_facts(facts, site, *programme->second);
        view.object("programme", std::move(facts));
    }
    set_services(view, site, index, page.programme);
    return view;
}

Page rules_page(const Site& site, const SharedIndex& index, const ContentPage& page) {
    return {.head = content_head(site, page, Section::Programme),
            .template_name = "programme",
            .source = content_source(page),
            .body = [&site, index, &page] { return rules_view(site, *index, page); }};
}

View bare_view(const Site& site, const ProgrammeIndex& index, const Programme& programme) {
    View facts{Language::Polish};
    set_facts(facts, site, programme);
    View view{Language::Polish};
    view.words("page_lead", programme.goal);
    view.nothing("page_html").nothing("has_elements").nothing("elements");
    view.object("programme", std::move(facts));
    set_services(view, site, index, programme.slug);
    return view;
}

Page bare_page(const Site& site, const SharedIndex& index, const Programme& programme) {
    return {.head = data_head(site,
                              programme_address(*index, programme),
                              programme.name,
                              programme.goal,
                              Section::Programme),
            .template_name = "programme",
            .source = "programme " + programme.slug,
            .body = [&site, index, &programme] { return bare_view(site, *index, programme); }};
}

}  // namespace

void add_programme_pages(const Site& site, Pages& pages) {
    auto index = make_index(site);
    pages.push_back(list_page(site, index));
    for (const auto& page : site.content) {
        bool rules = page.kind == ContentKind::Programme && page.language == Language::Polish;
        if (rules) pages.push_back(rules_page(site, index, page));
    }
    for (const auto& programme : site.catalogue.programmes) {
        bool written = index->rules.contains(programme.slug);
        if (!written) pages.push_back(bare_page(site, index, programme));
    }
}

}  // namespace okienko::generator
