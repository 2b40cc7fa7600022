#include "server/forms/form_view.hpp"

#include <algorithm>

#include "generator/pages/clause_pages.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::server {
namespace {

using generator::View;
using language::Language;

/// The group of the theme's words that tells why a form comes back.
std::string_view group_of(FormNotice notice) {
    switch (notice) {
        case FormNotice::TooMany:
            return "form.too_many";
        case FormNotice::CannotStore:
            return "form.cannot_store";
        case FormNotice::SendAgain:
        case FormNotice::None:
            break;
    }
    return "form.again";
}

}  // namespace

FormView::FormView(const generator::LiveSite& live,
                   Language language,
                   std::string_view form,
                   const FormState& state)
    : live_(live),
      language_(language),
      form_(form),
      state_(state),
      words_(live.site().words_in(language)) {}

View FormView::begin(std::string_view address) const {
    View view{language_};
    view.words("page_lead", word("lead"));
    view.value("form_action", generator::in_language(language_, address));
    view.value("form_token", state_.token);
    view.nothing("page_qr_html").nothing("clause_text").nothing("clause_url");
    view.flag("asks_about_pesel", state_.has_word("pesel"));
    set_notice(view);
    set_summary(view);
    return view;
}

generator::PageHead FormView::head(std::string_view address,
                                   std::vector<generator::Crumb> parents) const {
    auto head = form_head(live_, language_, address, word("title"), std::move(parents));
    // The first thing that a screen reader says.
    if (state_.is_wrong()) {
        head.window_title = words_.format("form.title_with_error", {{"title", head.title}});
    }
    return head;
}

View FormView::field(const FieldLook& look, const std::string& value) const {
    return typed_field(language_,
                       said_of(look.name, look.word, look.has_hint, look.need),
                       {.value = value,
                        .type = std::string{look.kind},
                        .autocomplete = std::string{look.autocomplete}});
}

View FormView::choice(const ChoiceLook& look, std::span<const std::string> chosen) const {
    std::vector<PickOption> options;
    for (auto answer : look.answers) {
        auto label = word(std::string{look.word} + "_answer." + std::string{answer});
        bool is_chosen = std::ranges::find(chosen, answer) != chosen.end();
        options.push_back({choice_name(look.name, answer), "tak", label, is_chosen});
    }
    return picked_field(
        language_, said_of(look.name, look.word, look.has_hint, look.need), Pick::Ticks, options);
}

FieldSaid FormView::said_of(std::string_view name,
                            std::string_view key,
                            bool has_hint,
                            FieldLook::Need need) const {
    std::string words{key};
    return {.name = std::string{name},
            .label = word(words),
            .hint = has_hint ? word(words + "_hint") : std::string{},
            .error = error_of(name),
            .optional = need == FieldLook::Need::Optional,
            .required = need == FieldLook::Need::Required};
}

void FormView::set_clause(View& view, generator::ClauseCase subject) const {
    generator::set_clause(view, live_.site(), subject);
}

const std::string& FormView::word(std::string_view key) const {
    return words_[form_ + "." + std::string{key}];
}

/// What a form says in its own words, else what all of them say.
std::string FormView::fault_text(const FieldFault& fault) const {
    const auto* own = words_.find(form_ + ".error." + fault.word);
    return own ? *own : words_["form_error." + fault.word];
}

std::string FormView::error_of(std::string_view field) const {
    auto fault = std::ranges::find(state_.faults, field, &FieldFault::field);
    return fault == state_.faults.end() ? std::string{} : fault_text(*fault);
}

void FormView::set_notice(View& view) const {
    view.nothing("form_notice");
    if (state_.notice == FormNotice::None) return;
    std::string group{group_of(state_.notice)};
    View notice{language_};
    notice.words("notice_title", words_[group + ".title"]);
    notice.words("notice_text", words_[group + ".text"]);
    view.object("form_notice", std::move(notice));
}

void FormView::set_summary(View& view) const {
    std::vector<View> errors;
    for (const auto& fault : state_.faults) {
        View row{language_};
        row.value("error_field", fault.field);
        row.words("error_text", fault_text(fault));
        errors.push_back(std::move(row));
    }
    view.words("troubles_title", words_["form.to_mend"]);
    generator::set_rows(view, "form_errors", std::move(errors));
}

std::string choice_name(std::string_view question, std::string_view answer) {
    return std::string{question}.append("-").append(answer);
}

std::vector<std::string> ticked(const FormFields& fields,
                                std::string_view question,
                                std::span<const std::string_view> answers) {
    std::vector<std::string> chosen;
    for (auto answer : answers) {
        if (fields.has(choice_name(question, answer))) chosen.emplace_back(answer);
    }
    return chosen;
}

generator::PageHead form_head(const generator::LiveSite& live,
                              Language language,
                              std::string_view address,
                              std::string title,
                              std::vector<generator::Crumb> parents) {
    generator::PageHead head;
    head.address = generator::in_language(language, address);
    head.title = std::move(title);
    head.language = language;
    head.section = generator::Section::Contact;
    head.indexing = generator::Indexing::Unlisted;
    head.breadcrumbs = std::move(parents);
    for (auto other : live.site().settings().site.languages) {
        if (other != language) {
            head.translations.push_back({other, generator::in_language(other, address)});
        }
    }
    return head;
}

std::vector<generator::Crumb> crumbs_of_contact(const generator::Site& site, Language language) {
    auto contact = generator::in_language(language, "/kontakt/");
    auto crumbs = generator::crumbs_to(site, language, contact);
    bool written = site.content_at(contact) != nullptr;
    if (written || language == Language::Polish) {
        crumbs.push_back({site.words_in(language)["nav.contact"], contact});
    }
    return crumbs;
}

std::string sent_page(const generator::LiveSite& live, const SentPage& page) {
    const auto& words = live.site().words_in(page.language);
    std::string group{page.words};
    View view{page.language};
    view.words("sent_lead", words[group + ".lead"]);
    view.words("sent_next", words[group + ".next_text"]);
    const auto* call = words.find(group + ".call");
    view.words("sent_call", call ? *call : words["form_sent.call"]);
    view.value("case_number", page.case_number);
    view.value("back_url", page.back.address);
    view.words("back_text", page.back.title);
    view.nothing("page_qr_html");
    auto head = form_head(live, page.language, page.address, words[group + ".title"], page.parents);
    head.section = page.section;
    return live.draw(head, "form_sent", view);
}

generator::Crumb home_of(const generator::Site& site, Language language) {
    return {site.words_in(language)["form_sent.home"], generator::in_language(language, "/")};
}

}  // namespace okienko::server
