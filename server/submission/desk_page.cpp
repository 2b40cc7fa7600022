#include <algorithm>

#include "generator/pages/text_rows.hpp"
#include "server/submission/private_page.hpp"
#include "server/submission/remark_text.hpp"
#include "server/submission/step_progress.hpp"

namespace okienko::server {
namespace {

using generator::LiveSite;
using generator::View;
using generator::Words;
using language::Language;
using model::SubmissionState;

Language language_of(const model::Submission& submission) {
    return language::language_from_code(submission.language).value_or(Language::Polish);
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
          progress_(progress_of(page.dossier, page.faults)),
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
        return live_.draw(
            private_head(words_, address_, title, wrong ? Standing::Wrong : Standing::Right),
            "submission_desk",
            view);
    }

  private:
    [[nodiscard]] std::string state() const {
        return std::string{model::name(page_.submission.state)};
    }

    /// Whoever changes what is published finds nothing that waits to be filled in, and whoever came
    /// by the mailed link has opened it.
    [[nodiscard]] const char* lead_of_state() const {
        bool unverified = page_.submission.state == SubmissionState::Unverified;
        if (unverified && page_.by_mail) return "_by_mail_lead";
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

    /// What the office says: of the whole, of a card, and of a field, with the way to it.
    void set_remarks(View& view) const {
        std::vector<View> rows;
        for (const auto& remark : page_.submission.remarks) {
            View row{language_};
            row.words("remark", remark_text(remark, words_));
            row.value("remark_url", writable_ ? address_of(remark) : std::string{});
            rows.push_back(std::move(row));
        }
        generator::set_rows(view, "remarks", std::move(rows));
    }

    /// Empty unless it is about a field of a card that is still there.
    [[nodiscard]] std::string address_of(const model::Remark& remark) const {
        auto card = card_from_name(remark.field.substr(0, remark.field.find('.')));
        auto path = card ? within_card(remark.field, *card) : std::string_view{};
        if (path.empty() || !page_.dossier.card(*card)) return {};
        return step_url(*card, step_of_path(card->kind, path)) + "#" + std::string{path};
    }

    /// What keeps a draft from being sent, step by step; field by field where somebody has begun.
    void set_faults(View& view) const {
        std::vector<View> cards;
        for (const auto& card : page_.dossier.cards()) {
            std::vector<View> steps;
            for (const auto& each : progress_) {
                bool shown = page_.tried && each.card == card && !each.faults.empty();
                if (shown) steps.push_back(wanting_step(each));
            }
            if (steps.empty()) continue;
            View row{language_};
            row.words("card_title", title_of(card));
            generator::set_rows(row, "wanting_steps", std::move(steps));
            cards.push_back(std::move(row));
        }
        view.words("wanting_lead", wanting_lead());
        generator::set_rows(view, "wanting_cards", std::move(cards));
    }

    /// "Zostały 2 kroki do wypełnienia i 5 pól do poprawienia."
    [[nodiscard]] std::string wanting_lead() const {
        std::int64_t steps = 0;
        std::int64_t fields = 0;
        for (const auto& each : progress_) {
            if (each.begun) fields += static_cast<std::int64_t>(each.faults.size());
            if (!each.begun && !each.faults.empty()) ++steps;
        }
        auto steps_said = words_.count("count.steps_to_fill", steps);
        auto fields_said = words_.count("count.fields_to_mend", fields);
        if (steps > 0 && fields > 0) {
            return words_.format("submission.left_both",
                                 {{"steps", steps_said}, {"fields", fields_said}});
        }
        return words_.format("submission.left", {{"what", steps > 0 ? steps_said : fields_said}});
    }

    [[nodiscard]] View wanting_step(const StepProgress& progress) const {
        View row{language_};
        auto url = step_url(progress.card, *progress.step);
        row.value("step_url", progress.begun ? url + "?sprawdz=1" : url);
        row.words("step_title",
                  words_.format("submission.step_named",
                                {{"n", std::to_string(progress.number)},
                                 {"title", title_of(*progress.step)}}));
        row.words("step_state",
                  progress.begun ? state_of(progress) : words_["submission.step_empty"]);
        row.words("step_card", told_apart_by(progress.card));
        std::vector<View> rows;
        for (const auto& fault : progress.faults) {
            if (!progress.begun) break;
            View field{language_};
            field.value("error_field", url + "?sprawdz=1#" + fault.path);
            field.words("error_text",
                        under_label(field_label(progress.card.kind, fault.path, words_),
                                    fault_text(fault, words_)));
            rows.push_back(std::move(field));
        }
        generator::set_rows(row, "faults", std::move(rows));
        return row;
    }

    [[nodiscard]] std::string title_of(const CardRef& card) const {
        return card_title(card, *page_.dossier.card(card), words_);
    }
    /// Places and services have steps of the same names; of providers there is only one.
    [[nodiscard]] std::string told_apart_by(const CardRef& card) const {
        return card.kind == CardKind::Provider ? std::string{} : title_of(card);
    }
    [[nodiscard]] const std::string& title_of(const FormStep& step) const {
        return words_["submission_step." + std::string{step.word}];
    }

    [[nodiscard]] bool is_remarked(const StepProgress& progress) const {
        return std::ranges::any_of(page_.submission.remarks, [&](const auto& remark) {
            auto path = within_card(remark.field, progress.card);
            return !path.empty() && &step_of_path(progress.card.kind, path) == progress.step;
        });
    }

    [[nodiscard]] std::string state_of(const StepProgress& progress) const {
        if (is_remarked(progress)) return words_["submission_step_state.remarked"];
        if (!progress.faults.empty() && !progress.begun) {
            return words_["submission_step_state.empty"];
        }
        if (!progress.faults.empty()) {
            return words_.count("count.fields_to_mend",
                                static_cast<std::int64_t>(progress.faults.size()));
        }
        return words_[progress.begun ? "submission_step_state.done"
                                     : "submission_step_state.optional"];
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
            auto name = name_of(card);
            View row{language_};
            row.value("card_id", name);
            row.words("card_title", title_of(card));
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
        for (const auto& progress : progress_) {
            if (progress.card != card) continue;
            View row{language_};
            row.value("step_url", step_url(card, *progress.step));
            row.words("step_title", title_of(*progress.step));
            row.words("step_state", state_of(progress));
            row.words("step_card", told_apart_by(card));
            row.flag("step_done", progress.faults.empty() && !is_remarked(progress));
            rows.push_back(std::move(row));
        }
        return rows;
    }

    const LiveSite& live_;
    const DeskPage& page_;
    Language language_;
    const Words& words_;
    std::string address_;
    std::vector<StepProgress> progress_;
    bool writable_;
};

}  // namespace

std::string desk_page(const LiveSite& live, const DeskPage& page) {
    return DeskView{live, page}.draw();
}

}  // namespace okienko::server
