#include "generator/pages/programme_pages.hpp"

#include "generator/pages/content_view.hpp"
#include "generator/pages/service_links.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/numbers.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Programme;

/// The page with the rules of a programme, or nullptr.
const ContentPage* rules_of(const Site& site, const std::string& programme) {
    for (const auto& page : site.content()) {
        bool rules = page.kind == ContentKind::Programme && page.language == Language::Polish;
        if (rules && page.programme == programme) return &page;
    }
    return nullptr;
}

std::string programme_address(const Site& site, const Programme& programme) {
    const auto* rules = rules_of(site, programme.slug);
    return rules ? rules->address : "/program/" + programme.slug + "/";
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

View programme_row(const Site& site, const Programme& programme) {
    View row{Language::Polish};
    row.value("programme_address", programme_address(site, programme));
    row.words("programme_name", programme.name);
    row.words("programme_goal", programme.goal);
    set_facts(row, site, programme);
    return row;
}

Page list_page(const Site& site) {
    const auto& words = site.words_in(Language::Polish);
    return {.head = data_head(site,
                              "/program/",
                              words["programme.title"],
                              words["programme.lead"],
                              Section::Programme),
            .template_name = "programmes",
            .body = [&site] {
                std::vector<View> rows;
                for (const auto& programme : site.programmes()) {
                    rows.push_back(programme_row(site, programme));
                }
                View view{Language::Polish};
                set_rows(view, "programmes", std::move(rows));
                return view;
            }};
}

std::string heading_text(const ContentBody& body, std::string_view id) {
    for (const auto& heading : body.headings) {
        if (heading.id == id) return heading.text;
    }
    return {};
}

/// The twelve elements in the order of the act, each under the editor's own heading.
std::vector<View> elements_of(Language language, const ContentBody& body) {
    std::vector<View> rows;
    for (const auto& id : body.element_headings) {
        auto text = heading_text(body, id);
        if (text.empty()) continue;
        View row{language};
        row.value("element_address", "#" + id).words("element_text", text);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Keys of the component eu_project.
View eu_project_view(const EuProject& project) {
    View view{Language::Polish};
    view.words("eu_project_name", project.name).value("eu_project_number", project.number);
    view.words("eu_project_fund", project.fund);
    view.value("eu_share",
               project.eu_share ? language::money(project.eu_share->grosze, Language::Polish)
                                : std::string{});
    view.nothing("eu_signs");
    if (project.signs) {
        View signs{Language::Polish};
        signs.value("image_url", project.signs->address);
        signs.value("image_width", std::to_string(project.signs->width));
        signs.value("image_height", std::to_string(project.signs->height));
        view.object("eu_signs", std::move(signs));
    }
    return view;
}

View rules_view(const Site& site, const ContentPage& page) {
    auto view = content_view(site, page);
    set_rows(view, "elements", elements_of(page.language, site.body(page)));
    view.nothing("programme");
    if (const auto* programme = site.programme(page.programme)) {
        View facts{Language::Polish};
        set_facts(facts, site, *programme);
        view.object("programme", std::move(facts));
    }
    view.nothing("eu_project");
    const auto& body = site.body(page);
    if (body.eu_project) view.object("eu_project", eu_project_view(*body.eu_project));
    set_service_links(view, site, site.services_of_programme(page.programme));
    return view;
}

Page rules_page(const Site& site, const ContentPage& page) {
    auto head = content_head(site, page, Section::Programme);
    return written_page(site, page, std::move(head), "programme", [&site](const auto& written) {
        return rules_view(site, written);
    });
}

View bare_view(const Site& site, const Programme& programme) {
    View facts{Language::Polish};
    set_facts(facts, site, programme);
    View view{Language::Polish};
    view.words("page_lead", programme.goal);
    view.nothing("page_html").nothing("has_elements").nothing("elements").nothing("eu_project");
    view.object("programme", std::move(facts));
    set_service_links(view, site, site.services_of_programme(programme.slug));
    return view;
}

Page bare_page(const Site& site, const Programme& programme) {
    return {
        .head = data_head(site,
                          programme_address(site, programme),
                          programme.name,
                          programme.goal,
                          Section::Programme),
        .template_name = "programme",
        .body = [&site, slug = programme.slug] { return bare_view(site, *site.programme(slug)); }};
}

}  // namespace

void add_programme_pages(const Site& site, Pages& pages) {
    pages.push_back(list_page(site));
    for (const auto& page : site.content()) {
        bool rules = page.kind == ContentKind::Programme && page.language == Language::Polish;
        if (rules) pages.push_back(rules_page(site, page));
    }
    for (const auto& programme : site.programmes()) {
        if (!rules_of(site, programme.slug)) pages.push_back(bare_page(site, programme));
    }
}

}  // namespace okienko::generator
