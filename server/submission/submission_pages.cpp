#include "server/submission/submission_pages.hpp"

#include <algorithm>

#include "generator/pages/text_rows.hpp"
#include "server/forms/form_view.hpp"
#include "server/submission/private_page.hpp"

namespace okienko::server {
namespace {

using generator::LiveSite;
using generator::PageHead;
using generator::View;
using generator::Words;
using language::Language;
using model::SubmissionState;

constexpr FieldLook kEmail{submission_field::kEmail, "email", "email", "email", true};

bool warns_of_pesel(const std::vector<CellFault>& faults) {
    return std::ranges::find(faults, "pesel", &CellFault::word) != faults.end();
}

std::vector<generator::Crumb> crumbs_of_providers(const LiveSite& live, Language language) {
    if (language != Language::Polish) return {};
    return {{live.site().words_in(language)["nav.providers"], "/podmioty/"}};
}

}  // namespace

std::string submission_address(std::string_view token) {
    return std::string{kSubmissionAddress} + "/" + std::string{token};
}

std::string begin_page(const LiveSite& live,
                       Language language,
                       const std::string& email,
                       const FormState& state) {
    FormView parts{live, language, "submission_begin", state};
    auto view = parts.begin(kBeginAddress);
    view.list("fields", {parts.field(kEmail, email)});
    parts.set_clause(view, generator::ClauseCase::Submission);
    auto head = parts.head(kBeginAddress, crumbs_of_providers(live, language));
    head.section = generator::Section::Providers;
    return live.draw(head, "submission_begin", view);
}

std::string change_page(const LiveSite& live,
                        Language language,
                        const std::string& service,
                        const std::string& email,
                        const FormState& state) {
    FormView parts{live, language, "submission_change", state};
    auto view = parts.begin(kChangeAddress);
    view.list("fields", {parts.field(kEmail, email)});
    view.value("form_service", service);
    auto card = live.site().service(service);
    view.words("service_name", card ? card->name() : std::string{}, Language::Polish);
    view.value("service_url", card ? generator::service_address(service) : std::string{});
    view.value("services_url", generator::in_language(language, "/uslugi/"));
    parts.set_clause(view, generator::ClauseCase::Submission);
    auto head = parts.head(kChangeAddress, crumbs_of_providers(live, language));
    head.section = generator::Section::Providers;
    return live.draw(head, "submission_change", view);
}

std::string change_sent_page(const LiveSite& live, Language language) {
    return sent_page(live,
                     {.language = language,
                      .address = kChangeSentAddress,
                      .words = "submission_change_sent",
                      .case_number = {},
                      .parents = crumbs_of_providers(live, language),
                      .back = home_of(live.site(), language),
                      .section = generator::Section::Providers});
}

std::string step_page(const LiveSite& live, const StepPage& page) {
    const auto& words = live.site().words_in(page.language);
    const auto& cells = *page.dossier.card(page.card);
    auto steps = steps_of(page.card.kind);
    auto number = &page.step - steps.data() + 1;
    auto address = submission_address(page.token) + "/" + name_of(page.card) + "/" +
                   std::string{page.step.name};
    std::string word{page.step.word};
    auto title = words["submission_step." + word];
    View view{page.language};
    view.value("form_action", address);
    view.value("card_id", cells.text("id"));
    view.value("desk_url", submission_address(page.token));
    view.words("step_title", title);
    view.words("page_lead", words["submission_step." + word + "_lead"]);
    view.words("card_title", card_title(page.card, cells, words));
    view.words(
        "step_number",
        words.format("submission.step_of",
                     {{"n", std::to_string(number)}, {"all", std::to_string(steps.size())}}));
    view.nothing("page_qr_html");
    set_notice(view, page.notice, words);
    std::vector<View> errors;
    for (const auto& fault : page.beside.faults) {
        View row{page.language};
        row.value("error_field", fault.path);
        row.words(
            "error_text",
            under_label(field_label(page.card.kind, fault.path, words), fault_text(fault, words)));
        errors.push_back(std::move(row));
    }
    view.words("troubles_title", words["submission.to_mend"]);
    generator::set_rows(view, "form_errors", std::move(errors));
    view.flag("asks_about_pesel", page.pesel_meant || warns_of_pesel(page.beside.faults));
    FieldOptions options{live, page.dossier, page.language};
    view.list("rows", step_rows(page.card, page.step, cells, options, words, page.beside));
    bool wrong = !page.beside.faults.empty();
    return live.draw(private_head(words, address, title, wrong ? Standing::Wrong : Standing::Right),
                     "submission_step",
                     view);
}

std::string unreadable_page(const LiveSite& live, Language language) {
    const auto& words = live.site().words_in(language);
    View view{language};
    view.nothing("page_qr_html");
    auto head =
        private_head(words, std::string{kSubmissionAddress}, words["submission_unreadable.title"]);
    return live.draw(head, "submission_unreadable", view);
}

std::string unknown_link_page(const LiveSite& live, Language language) {
    const auto& words = live.site().words_in(language);
    View view{language};
    view.nothing("page_qr_html");
    view.value("begin_url", generator::in_language(language, kBeginAddress));
    auto head =
        private_head(words, std::string{kSubmissionAddress}, words["submission_unknown.title"]);
    return live.draw(head, "submission_unknown", view);
}

}  // namespace okienko::server
