#include "generator/pages/clause_pages.hpp"

#include <algorithm>
#include <array>

#include "generator/markup.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/phones.hpp"

namespace okienko::generator {
namespace {

using language::Language;

constexpr std::string_view kPolicy = "/polityka-prywatnosci/";

/// In the order of ClauseCase.
constexpr std::array<std::string_view, 7> kAddresses{"formularz-kontaktowy",
                                                     "wniosek-o-usluge",
                                                     "zgloszenie-uslugi",
                                                     "powiadomienia",
                                                     "statystyka",
                                                     "zgloszenie-bledu",
                                                     "ocena-strony"};

bool rests_on(const PrivacyClause& clause, LegalBasis basis) {
    return std::find(clause.bases.begin(), clause.bases.end(), basis) != clause.bases.end();
}

/// Rights follow from the basis: art. 15 to 22 RODO, in plain words.
std::vector<std::string> rights_under(const PrivacyClause& clause, const Words& words) {
    bool consent = rests_on(clause, LegalBasis::Consent);
    bool by_own_will = consent || rests_on(clause, LegalBasis::Contract);
    std::vector<std::string> rights{words["clause.right_access"],
                                    words["clause.right_rectification"],
                                    words["clause.right_restriction"],
                                    words["clause.right_erasure"]};
    if (rests_on(clause, LegalBasis::PublicTask)) rights.push_back(words["clause.right_objection"]);
    if (by_own_will) rights.push_back(words["clause.right_portability"]);
    if (consent) rights.push_back(words["clause.right_withdrawal"]);
    rights.push_back(words["clause.right_complaint"]);
    return rights;
}

std::vector<std::string> bases_of(const PrivacyClause& clause, const Words& words) {
    std::vector<std::string> bases;
    for (auto basis : clause.bases) bases.push_back(words.label("legal_basis", basis));
    return bases;
}

void set_people(View& view, const Site& site) {
    const auto& settings = site.settings();
    view.words("controller_name", settings.centre.name);
    view.words("controller_address",
               settings.contact.street + ", " + settings.contact.postal_code + " " +
                   settings.contact.city);
    view.value("officer_email", settings.privacy.officer_email);
    view.html("officer_email_html", breakable_address(settings.privacy.officer_email));
    const auto& phone = settings.privacy.officer_phone;
    view.value("officer_phone_url", phone.empty() ? phone : language::phone_uri(phone));
    view.value("officer_phone_text", phone.empty() ? phone : language::phone_display(phone));
    view.words("officer_hours", settings.privacy.officer_hours);
}

View clause_view(const Site& site, const PrivacyClause& clause) {
    const auto& words = site.words_in(Language::Polish);
    View view{Language::Polish};
    set_people(view, site);
    view.words("clause_summary", clause.summary).words("clause_purpose", clause.purpose);
    view.list("clause_bases", text_rows(Language::Polish, "sentence", bases_of(clause, words)));
    view.words("clause_law", clause.law);
    view.words("clause_special_categories", clause.special_categories);
    view.words("clause_recipients", clause.recipients);
    view.words("clause_transfers", clause.transfers);
    view.words("clause_retention", clause.retention);
    view.list("clause_rights",
              text_rows(Language::Polish, "sentence", rights_under(clause, words)));
    view.words("clause_necessity", clause.necessity);
    view.words("clause_automated_decisions", clause.automated_decisions);
    view.value("policy_url", site.content_at(kPolicy) ? std::string{kPolicy} : std::string{});
    return view;
}

}  // namespace

std::string clause_address(ClauseCase subject) {
    return std::string{kPolicy} + std::string{kAddresses.at(static_cast<std::size_t>(subject))} +
           "/";
}

void set_clause(View& view, const Site& site, ClauseCase subject) {
    view.nothing("clause_text").nothing("clause_url");
    for (const auto& clause : site.settings().privacy.clauses) {
        if (clause.subject != subject) continue;
        view.words("clause_text", clause.summary, Language::Polish);
        view.value("clause_url", clause_address(subject));
    }
}

std::string clause_title(const Site& site, ClauseCase subject) {
    const auto& words = site.words_in(Language::Polish);
    return words.format("clause.title", {{"case", words.label("clause_case", subject)}});
}

void add_clause_pages(const Site& site, Pages& pages) {
    for (const auto& clause : site.settings().privacy.clauses) {
        auto head = data_head(site,
                              clause_address(clause.subject),
                              clause_title(site, clause.subject),
                              clause.summary,
                              Section::Other);
        pages.push_back({.head = std::move(head),
                         .template_name = "clause",
                         .body = [&site, &clause] { return clause_view(site, clause); }});
    }
}

}  // namespace okienko::generator
