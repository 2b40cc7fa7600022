#include <algorithm>

#include "generator/pages/document_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/service_sheet.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/folding.hpp"

// The parts of the service sheet that say who fits and what shows it.
namespace okienko::generator {
namespace {

using language::Language;

std::vector<View> condition_rows(const ServiceVersion& service, const Words& words) {
    std::vector<View> rows;
    for (const auto& condition : service->conditions) {
        View row{service.language()};
        row.words("condition_kind", words.label("condition_kind", condition.kind));
        service.texts().set(row, "condition_text", condition.text);
        service.texts().set(row, "condition_proof", condition.proof);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string age_words(const ServiceVersion& service, const Words& words) {
    auto from = std::to_string(service->minimum_age.value_or(0));
    auto to = std::to_string(service->maximum_age.value_or(0));
    if (service->minimum_age && service->maximum_age) {
        return words.format("service.age_range", {{"from", from}, {"to", to}});
    }
    if (service->minimum_age) return words.format("service.age_from", {{"from", from}});
    if (service->maximum_age) return words.format("service.age_to", {{"to", to}});
    return words["service.age_any"];
}

/// The names of the localities, or the municipality when none of its localities is left out.
std::string area_words(const Site& site, const ServiceVersion& service, const Words& words) {
    if (service->areas.size() >= site.localities().size()) {
        return words.format("service.area_all",
                            {{"municipality", site.settings().centre.municipality}});
    }
    std::vector<std::string> names;
    for (const auto& simc : service->areas) {
        if (const auto* locality = site.locality(simc)) names.push_back(locality->name);
    }
    return joined(names, words);
}

/// A link to a page in Polish, on a page in any language.
View polish_link(Language page, const std::string& address, const std::string& title) {
    View row{page};
    row.value("linked_address", address);
    row.words("linked_title", title, Language::Polish);
    return row;
}

std::vector<View> audience_links(const Site& site, const ServiceVersion& service) {
    std::vector<View> rows;
    for (const auto& slug : service->audiences) {
        const auto* audience = site.audience(slug);
        if (!audience) continue;
        rows.push_back(polish_link(service.language(), audience_address(slug), audience->name));
    }
    return rows;
}

std::vector<View> situation_links(const Site& site, const ServiceVersion& service) {
    std::vector<View> rows;
    for (const auto& slug : service->situations) {
        const auto* situation = site.situation(slug);
        if (!situation) continue;
        rows.push_back(polish_link(service.language(), situation_address(slug), situation->name));
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
        auto download = download_view(site, row.language(), document->title, *file);
        download.words("download_title", document->title, Language::Polish);
        row.object("form_file", std::move(download));
    } else {
        row.object("form_page",
                   polish_link(row.language(), document_address(slug), document->title));
    }
}

/// The kind of a document, unless its name says it: "Oświadczenie o dochodach (oświadczenie)" would
/// say the same twice, and "inny dokument" says nothing.
std::string kind_words(const model::RequiredDocument& required, const Words& words) {
    if (required.form == model::DocumentForm::Application) return {};
    if (required.form == model::DocumentForm::Other) return {};
    constexpr std::size_t kShortestWord = 5;
    auto label = words.label("document_form", required.form);
    auto name = language::fold(required.name);
    auto folded = language::fold(label);
    std::string_view rest = folded;
    while (!rest.empty()) {
        auto part = rest.substr(0, rest.find(' '));
        if (part.size() >= kShortestWord && name.find(part) != std::string::npos) return {};
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    return label;
}

View required_row(const Site& site,
                  const model::RequiredDocument& required,
                  const CardTexts& texts) {
    View row{texts.page()};
    texts.set(row, "required_name", required.name);
    row.words("required_form", kind_words(required, site.words_in(texts.page())));
    texts.set(row, "required_proves", required.proves);
    texts.set(row, "required_when", required.when);
    set_form(row, site, required.document);
    return row;
}

std::vector<View> required_rows(const Site& site,
                                const ServiceVersion& service,
                                model::Necessity necessity) {
    std::vector<View> rows;
    for (const auto& each : service->required_documents) {
        if (each.necessity == necessity) rows.push_back(required_row(site, each, service.texts()));
    }
    return rows;
}

/// Whether the application form is offered beside one of the documents already.
bool offers_application(const ServiceVersion& service) {
    const auto& required = service->required_documents;
    return std::any_of(required.begin(), required.end(), [&](const auto& each) {
        return each.document == service->application_form;
    });
}

}  // namespace

void set_who(View& view, const Site& site, const ServiceVersion& service) {
    const auto& words = site.words_in(service.language());
    set_rows(view, "eligibility", card_paragraph_rows(service.texts(), service->eligibility));
    set_rows(view, "conditions", condition_rows(service, words));
    view.words("age", age_words(service, words));
    view.words("area", area_words(site, service, words));
    std::vector<std::string> applicants;
    for (auto each : service->applicants) applicants.push_back(words.label("applicant", each));
    set_rows(view, "applicants", text_rows(service.language(), "applicant", applicants));
    set_rows(view, "for_audiences", audience_links(site, service));
    set_rows(view, "in_situations", situation_links(site, service));
}

void set_documents(View& view, const Site& site, const ServiceVersion& service) {
    view.flag("has_required_documents", !service->required_documents.empty());
    set_rows(view, "always_required", required_rows(site, service, model::Necessity::Always));
    set_rows(view, "sometimes_required", required_rows(site, service, model::Necessity::Sometimes));
    view.nothing("application_form");
    if (service->application_form.empty() || offers_application(service)) return;
    View form{service.language()};
    set_form(form, site, service->application_form);
    view.object("application_form", std::move(form));
}

void set_personal_data(View& view, const Site& site, const ServiceVersion& service) {
    const auto& words = site.words_in(service.language());
    std::vector<View> rows;
    for (const auto& data : service->personal_data) {
        View row{service.language()};
        // Said only where it is not as always.
        bool ordinary = data.gdpr_class == model::GdprClass::Ordinary;
        bool always = data.necessity == model::Necessity::Always;
        service.texts().set(row, "data_name", data.name);
        service.texts().set(row, "data_purpose", data.purpose);
        row.words("data_class",
                  ordinary ? std::string{} : words.label("gdpr_class", data.gdpr_class));
        row.words("data_when", always ? std::string{} : words.label("necessity", data.necessity));
        rows.push_back(std::move(row));
    }
    set_rows(view, "personal_data", std::move(rows));
    service.texts().set(view, "personal_data_basis", service->personal_data_basis);
}

}  // namespace okienko::generator
