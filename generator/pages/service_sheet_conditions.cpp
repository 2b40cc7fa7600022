#include <algorithm>

#include "generator/pages/document_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"

// The parts of the service sheet that say who fits and what shows it.
namespace okienko::generator {
namespace {

using language::Language;
using model::Service;

std::vector<View> condition_rows(const Service& service, const Words& words) {
    std::vector<View> rows;
    for (const auto& condition : service.conditions) {
        View row{Language::Polish};
        row.words("condition_kind", words.label("condition_kind", condition.kind));
        row.words("condition_text", condition.text);
        row.words("condition_proof", condition.proof);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string age_words(const Service& service, const Words& words) {
    auto from = std::to_string(service.minimum_age.value_or(0));
    auto to = std::to_string(service.maximum_age.value_or(0));
    if (service.minimum_age && service.maximum_age) {
        return words.format("service.age_range", {{"from", from}, {"to", to}});
    }
    if (service.minimum_age) return words.format("service.age_from", {{"from", from}});
    if (service.maximum_age) return words.format("service.age_to", {{"to", to}});
    return words["service.age_any"];
}

/// The names of the localities, or the municipality when none of its localities is left out.
std::string area_words(const Site& site, const Service& service, const Words& words) {
    if (service.areas.size() >= site.localities().size()) {
        return words.format("service.area_all",
                            {{"municipality", site.settings().centre.municipality}});
    }
    std::vector<std::string> names;
    for (const auto& simc : service.areas) {
        if (const auto* locality = site.locality(simc)) names.push_back(locality->name);
    }
    return joined(names, words);
}

View dictionary_link(const std::string& address, const std::string& title) {
    View row{Language::Polish};
    row.value("linked_address", address);
    row.words("linked_title", title);
    return row;
}

std::vector<View> audience_links(const Site& site, const Service& service) {
    std::vector<View> rows;
    for (const auto& slug : service.audiences) {
        const auto* audience = site.audience(slug);
        if (audience) rows.push_back(dictionary_link(audience_address(slug), audience->name));
    }
    return rows;
}

std::vector<View> situation_links(const Site& site, const Service& service) {
    std::vector<View> rows;
    for (const auto& slug : service.situations) {
        const auto* situation = site.situation(slug);
        if (situation) rows.push_back(dictionary_link(situation_address(slug), situation->name));
    }
    return rows;
}

/// Where a document of the library is to be had: its file, or its page when it has no file.
/// Sets form_file (keys of download_view) or form_page (linked_address, linked_title).
void set_form(View& row, const Site& site, const std::string& slug) {
    row.nothing("form_file").nothing("form_page");
    const auto* document = slug.empty() ? nullptr : site.document(slug);
    if (!document) return;
    if (const auto* file = site.attachment(slug)) {
        row.object("form_file", download_view(site, Language::Polish, document->title, *file));
    } else {
        row.object("form_page", dictionary_link(document_address(slug), document->title));
    }
}

View required_row(const Site& site, const model::RequiredDocument& required, const Words& words) {
    View row{Language::Polish};
    row.words("required_name", required.name);
    row.words("required_form", words.label("document_form", required.form));
    row.words("required_proves", required.proves);
    row.words("required_when",
              required.when.empty() ? words.label("necessity", required.necessity) : required.when);
    set_form(row, site, required.document);
    return row;
}

/// The application form first, then the other forms that the card names, each once.
std::vector<std::string> form_slugs(const Service& service) {
    std::vector<std::string> slugs;
    auto add = [&slugs](const std::string& slug) {
        bool known = std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
        if (!slug.empty() && !known) slugs.push_back(slug);
    };
    add(service.application_form);
    for (const auto& required : service.required_documents) add(required.document);
    return slugs;
}

}  // namespace

void set_who(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    set_rows(view, "eligibility", paragraph_rows(Language::Polish, service.eligibility));
    set_rows(view, "conditions", condition_rows(service, words));
    view.words("age", age_words(service, words));
    view.words("area", area_words(site, service, words));
    std::vector<std::string> applicants;
    for (auto each : service.applicants) applicants.push_back(words.label("applicant", each));
    set_rows(view, "applicants", text_rows(Language::Polish, "applicant", applicants));
    set_rows(view, "for_audiences", audience_links(site, service));
    set_rows(view, "in_situations", situation_links(site, service));
}

void set_documents(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    std::vector<View> required;
    for (const auto& each : service.required_documents) {
        required.push_back(required_row(site, each, words));
    }
    set_rows(view, "required_documents", std::move(required));
    std::vector<View> forms;
    for (const auto& slug : form_slugs(service)) {
        View row{Language::Polish};
        set_form(row, site, slug);
        forms.push_back(std::move(row));
    }
    set_rows(view, "forms", std::move(forms));
}

void set_personal_data(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    std::vector<View> rows;
    for (const auto& data : service.personal_data) {
        View row{Language::Polish};
        row.words("data_name", data.name);
        row.words("data_purpose", data.purpose);
        row.words("data_class", words.label("gdpr_class", data.gdpr_class));
        row.words("data_when", words.label("necessity", data.necessity));
        rows.push_back(std::move(row));
    }
    set_rows(view, "personal_data", std::move(rows));
    view.words("personal_data_basis", service.personal_data_basis);
}

}  // namespace okienko::generator
