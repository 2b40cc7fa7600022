#include "server/submission/submission_pages.hpp"

#include <algorithm>

#include "generator/pages/text_rows.hpp"
#include "server/forms/form_view.hpp"

namespace okienko::server {
namespace {

using generator::LiveSite;
using generator::PageHead;
using generator::View;
using generator::Words;
using language::Language;
using model::SubmissionState;

constexpr FieldLook kEmail{submission_field::kEmail, "email", "email", "email", true};

Language language_of(const model::Submission& submission) {
    return language::language_from_code(submission.language).value_or(Language::Polish);
}

/// A page for those who have the link: in no list, in one language, and it is told to nobody.
PageHead private_head(Language language, std::string address, std::string title) {
    PageHead head;
    head.address = std::move(address);
    head.title = std::move(title);
    head.language = language;
    head.section = generator::Section::Other;
    head.indexing = generator::Indexing::Unlisted;
    return head;
}

std::string card_title(const CardRef& card, const model::Node& cells, const Words& words) {
    if (card.kind == CardKind::Provider) return words["submission.your_institution"];
    auto kind = std::string{"submission.the_"} + std::string{word_of(card.kind)};
    auto title = words[kind] + " " + std::to_string(card.index + 1);
    auto name = cells.text("name");
    return name.empty() ? title : title + ": " + name;
}

void set_notice(View& view, Notice notice, const Words& words) {
    view.nothing("form_notice");
    if (notice.empty()) return;
    View said{words.language()};
    std::string group{notice};
    said.words("notice_title", words[group + ".title"]);
    said.words("notice_text", words[group + ".text"]);
    view.object("form_notice", std::move(said));
}

/// The path of a remark or fault within its card: "usluga-1.fees.2" → "fees.2".
std::string_view within_card(std::string_view path, const CardRef& card) {
    auto name = name_of(card);
    if (!path.starts_with(name)) return {};
    path.remove_prefix(name.size());
    return path.starts_with('.') ? path.substr(1) : std::string_view{};
}

class DeskView {
  public:
    DeskView(const LiveSite& live, const DeskPage& page)
        : live_(live),
          page_(page),
          language_(language_of(page.submission)),
          words_(live.site().words_in(language_)),
          address_(submission_address(page.token)),
          writable_(model::can_be_written(page.submission.state)) {}

    [[nodiscard]] std::string draw() const {
        auto title = words_.format("submission.title", {{"number", page_.submission.case_number}});
        View view{language_};
        view.value("desk_url", address_);
        view.words("desk_title", title);
        view.value("private_url", live_.site().settings().site.url + address_);
        view.words("state_name", words_["submission_state." + state()]);
        view.words("state_lead", words_["submission_state." + state() + lead_of_state()]);
        view.value("reason", page_.submission.reason);
        view.nothing("page_qr_html");
        view.value("sender_email", page_.submission.email);
        set_actions(view);
        set_notice(view, page_.notice, words_);
        set_remarks(view);
        set_faults(view);
        set_duplicates(view);
        generator::set_rows(view, "cards", card_rows());
        bool wrong = page_.tried && !page_.faults.empty();
        if (wrong) title = words_.format("form.title_with_error", {{"title", title}});
        return live_.draw(private_head(language_, address_, title), "submission_desk", view);
    }

  private:
    [[nodiscard]] std::string state() const {
        return std::string{model::name(page_.submission.state)};
    }

    /// Whoever changes what is published finds nothing that waits to be filled in.
    [[nodiscard]] const char* lead_of_state() const {
        bool change = page_.submission.kind == model::SubmissionKind::Change;
        bool draft = page_.submission.state == SubmissionState::Draft;
        return change && draft ? "_change_lead" : "_lead";
    }

    /// The page of a service that is public now; empty when there is none.
    [[nodiscard]] std::string public_page_of(const CardRef& card) const {
        if (card.kind != CardKind::Service ||
            page_.submission.state != SubmissionState::Published) {
            return {};
        }
        const auto& known = live_.catalogue().services;
        auto id = page_.dossier.card(card)->text("id");
        auto service = std::ranges::find(known, id, &model::Service::id);
        return service == known.end() ? std::string{} : generator::service_address(service->slug);
    }

    void set_actions(View& view) const {
        auto state = page_.submission.state;
        bool change = page_.submission.kind == model::SubmissionKind::Change;
        view.flag("can_write", writable_);
        view.flag("wants_link", state != SubmissionState::Withdrawn);
        view.flag("can_confirm", writable_ && change && page_.unchanged);
        view.flag("can_send", writable_ && !(change && page_.unchanged));
        view.flag("can_verify", state == SubmissionState::Unverified && page_.by_mail);
        view.flag("waits_for_mail", state == SubmissionState::Unverified && !page_.by_mail);
        view.flag("can_reopen",
                  model::next_state(state, model::SubmissionAction::Reopen).has_value());
        view.flag("can_withdraw",
                  model::next_state(state, model::SubmissionAction::Withdraw).has_value());
    }

    /// What the office says of the submission as a whole, or of a card as a whole.
    void set_remarks(View& view) const {
        std::vector<View> rows;
        for (const auto& remark : page_.submission.remarks) {
            if (remark.field.find('.') != std::string::npos) continue;
            View row{language_};
            row.words("remark", remark.text);
            rows.push_back(std::move(row));
        }
        generator::set_rows(view, "remarks", std::move(rows));
    }

    void set_faults(View& view) const {
        std::vector<View> rows;
        for (const auto& [card, fault] : page_.faults) {
            if (!page_.tried) break;
            View row{language_};
            const auto& step = step_of_path(card.kind, fault.path);
            row.value("error_field", step_url(card, step) + "?sprawdz=1#" + fault.path);
            row.words("error_text",
                      card_title(card, *page_.dossier.card(card), words_) + ". " +
                          under_label(field_label(card.kind, fault.path, words_),
                                      fault_text(fault, words_)));
            rows.push_back(std::move(row));
        }
        generator::set_rows(view, "faults", std::move(rows));
    }

    void set_duplicates(View& view) const {
        std::vector<View> rows;
        for (const auto& each : page_.duplicates) {
            for (const auto* service : each.published) {
                View row{language_};
                row.value("row_url", generator::service_address(service->slug));
                row.words("row_name", service->name, Language::Polish);
                row.words("row_lead", service->summary, Language::Polish);
                row.nothing("row_meta");
                rows.push_back(std::move(row));
            }
        }
        generator::set_rows(view, "duplicates", writable_ ? std::move(rows) : std::vector<View>{});
    }

    [[nodiscard]] bool may_be_published() const {
        auto state = page_.submission.state;
        return state != SubmissionState::Published && state != SubmissionState::Withdrawn &&
               state != SubmissionState::Declined;
    }

    [[nodiscard]] std::string step_url(const CardRef& card, const FormStep& step) const {
        return address_ + "/" + name_of(card) + "/" + std::string{step.name};
    }

    [[nodiscard]] std::vector<View> card_rows() const {
        std::vector<View> rows;
        for (const auto& card : page_.dossier.cards()) {
            const auto& cells = *page_.dossier.card(card);
            auto name = name_of(card);
            View row{language_};
            row.value("card_id", name);
            row.words("card_title", card_title(card, cells, words_));
            bool whole = std::ranges::none_of(page_.faults,
                                              [&](const auto& each) { return each.card == card; });
            bool previewed = card.kind == CardKind::Service && whole && may_be_published();
            row.value("preview_url", previewed ? address_ + "/" + name + "/podglad" : "");
            row.value("public_url", public_page_of(card));
            bool removable = writable_ && card.kind != CardKind::Provider;
            row.value("remove_value", removable ? "usun:" + name : "");
            row.value("desk_url", address_);
            generator::set_rows(row, "steps", writable_ ? step_rows_of(card) : std::vector<View>{});
            rows.push_back(std::move(row));
        }
        return rows;
    }

    [[nodiscard]] std::vector<View> step_rows_of(const CardRef& card) const {
        std::vector<View> rows;
        for (const auto& step : steps_of(card.kind)) {
            View row{language_};
            row.value("step_url", step_url(card, step));
            row.words("step_title", words_["submission_step." + std::string{step.word}]);
            bool remarked = std::ranges::any_of(page_.submission.remarks, [&](const auto& remark) {
                auto path = within_card(remark.field, card);
                return !path.empty() && &step_of_path(card.kind, path) == &step;
            });
            bool wanting = std::ranges::any_of(page_.faults, [&](const auto& each) {
                return each.card == card && &step_of_path(card.kind, each.fault.path) == &step;
            });
            auto word = remarked ? "remarked" : wanting ? "wanting" : "done";
            row.words("step_state", words_["submission_step_state." + std::string{word}]);
            row.flag("step_done", !remarked && !wanting);
            rows.push_back(std::move(row));
        }
        return rows;
    }

    const LiveSite& live_;
    const DeskPage& page_;
    Language language_;
    const Words& words_;
    std::string address_;
    bool writable_;
};

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
    auto head = form_head(
        live, language, kBeginAddress, parts.title(), crumbs_of_providers(live, language));
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
    auto head = form_head(
        live, language, kChangeAddress, parts.title(), crumbs_of_providers(live, language));
    return live.draw(head, "submission_change", view);
}

std::string change_sent_page(const LiveSite& live, Language language) {
    return sent_page(live,
                     {.language = language,
                      .address = kChangeSentAddress,
                      .words = "submission_change_sent",
                      .case_number = {},
                      .parents = crumbs_of_providers(live, language),
                      .back = home_of(live.site(), language)});
}

std::string desk_page(const LiveSite& live, const DeskPage& page) {
    return DeskView{live, page}.draw();
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
    generator::set_rows(view, "form_errors", std::move(errors));
    view.flag("asks_about_pesel", page.pesel_meant || warns_of_pesel(page.beside.faults));
    FieldOptions options{live, page.dossier, page.language};
    view.list("rows", step_rows(page.card, page.step, cells, options, words, page.beside));
    bool wrong = !page.beside.faults.empty();
    if (wrong) title = words.format("form.title_with_error", {{"title", title}});
    return live.draw(private_head(page.language, address, title), "submission_step", view);
}

std::string unreadable_page(const LiveSite& live, Language language) {
    const auto& words = live.site().words_in(language);
    View view{language};
    view.nothing("page_qr_html");
    auto head = private_head(
        language, std::string{kSubmissionAddress}, words["submission_unreadable.title"]);
    return live.draw(head, "submission_unreadable", view);
}

std::string unknown_link_page(const LiveSite& live, Language language) {
    const auto& words = live.site().words_in(language);
    View view{language};
    view.nothing("page_qr_html");
    view.value("begin_url", generator::in_language(language, kBeginAddress));
    auto head =
        private_head(language, std::string{kSubmissionAddress}, words["submission_unknown.title"]);
    return live.draw(head, "submission_unknown", view);
}

}  // namespace okienko::server
