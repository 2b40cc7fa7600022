#include "server/feedback/feedback_form.hpp"

#include <algorithm>

#include "server/forms/field_checks.hpp"
#include "server/forms/form_view.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kLongestOpinion = 2000;
constexpr std::size_t kLongestPage = 300;

/// A path as the site's own pages have it: nothing in it means anything to HTML or to an address.
bool is_page_path(std::string_view path) {
    auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '.';
    };
    return path.starts_with('/') && path.size() <= kLongestPage &&
           path.find("//") == std::string_view::npos && path.find("..") == std::string_view::npos &&
           std::ranges::all_of(path, plain);
}

std::optional<int> score_of(std::string_view text) {
    if (text.size() != 1 || text[0] < '1' || text[0] > '5') return std::nullopt;
    return text[0] - '0';
}

}  // namespace

FeedbackForm read_feedback_form(const FormFields& fields) {
    FeedbackForm form{.page = fields.line(feedback_field::kPage),
                      .score = score_of(fields.line(feedback_field::kScore)),
                      .why = {},
                      .text = fields.text(feedback_field::kText),
                      .pesel_meant = means_pesel(fields)};
    if (!is_page_path(form.page)) form.page.clear();
    if (form.score) form.why = ticked(fields, feedback_field::kWhy, reasons_for(*form.score));
    return form;
}

model::Checked<model::Message, FieldFault> check_feedback_form(const FeedbackForm& form) {
    FieldChecks checks;
    if (!form.score) checks.fault(feedback_field::kScore, "score_missing");
    checks.limit(feedback_field::kText, form.text, kLongestOpinion, "text");
    checks.few_links(feedback_field::kText, form.text);
    if (!form.pesel_meant) checks.no_pesel(feedback_field::kText, form.text);
    if (!checks.all_right()) return checks.take();
    return model::Message{.kind = model::MessageKind::Feedback,
                          .text = form.text,
                          .page = form.page,
                          .score = form.score,
                          .reasons = form.why};
}

std::span<const std::string_view> reasons_for(int score) {
    if (score < model::kClearScore) return model::Choice<model::Blemish>::kNames;
    return model::Choice<model::Merit>::kNames;
}

}  // namespace okienko::server
