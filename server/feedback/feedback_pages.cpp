#include "server/feedback/feedback_pages.hpp"

#include "generator/form_addresses.hpp"
#include "generator/pages/content_view.hpp"
#include "server/forms/form_view.hpp"

namespace okienko::server {
namespace {

using generator::kFeedbackForm;
using generator::View;
using language::Language;
using Need = FieldLook::Need;

constexpr std::string_view kWords = "feedback_form";

std::vector<generator::Crumb> parents_of(const generator::Site& site, Language language) {
    return generator::crumbs_to(site, language, generator::in_language(language, "/"));
}

/// The best first: it is the one that is read first, and nobody is led to the worst.
std::vector<View> score_rows(const generator::Words& words) {
    std::vector<View> rows;
    for (int score = 5; score >= 1; --score) {
        auto number = std::to_string(score);
        View row{words.language()};
        row.value("score_number", number);
        row.words("score_text", words["feedback_form.score_answer." + number]);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What both questions say of themselves.
View begin(const FormView& parts, const generator::Words& words, const std::string& page) {
    auto view = parts.begin(kFeedbackForm);
    view.value("rated_page", page);
    view.list("scores", score_rows(words));
    return view;
}

/// What may be ticked after a score, and what is asked beside.
struct Question {
    ChoiceLook why;
    FieldLook text;
};

Question question_after(int score) {
    bool clear = score >= model::kClearScore;
    std::string_view why = clear ? "merit" : "blemish";
    std::string_view text = clear ? "merit_text" : "blemish_text";
    return {{.name = feedback_field::kWhy,
             .word = why,
             .answers = reasons_for(score),
             .need = Need::Optional},
            {feedback_field::kText, text, "area", "off", true, Need::Optional}};
}

}  // namespace

std::string feedback_score_page(const generator::LiveSite& live,
                                Language language,
                                const std::string& page) {
    const auto& words = live.site().words_in(language);
    FormState state{.token = {}};
    FormView parts{live, language, kWords, state};
    auto head = parts.head(kFeedbackForm, parents_of(live.site(), language));
    return live.draw(head, "feedback_score", begin(parts, words, page));
}

std::string feedback_page(const generator::LiveSite& live,
                          Language language,
                          const FeedbackForm& form,
                          const FormState& state) {
    const auto& words = live.site().words_in(language);
    FormView parts{live, language, kWords, state};
    auto view = begin(parts, words, form.page);
    view.value("score", form.score ? std::to_string(*form.score) : std::string{});
    view.words("score_chosen",
               form.score ? words["feedback_form.score_answer." + std::to_string(*form.score)]
                          : std::string{});
    view.value("change_url", generator::feedback_form_url(language, form.page));
    auto question = question_after(form.score.value_or(1));
    view.list("about_why", {parts.choice(question.why, form.why)});
    view.list("about_text", {parts.field(question.text, form.text)});
    if (form.pesel_meant) view.flag("asks_about_pesel", true);
    parts.set_clause(view, generator::ClauseCase::Feedback);
    auto head = parts.head(kFeedbackForm, parents_of(live.site(), language));
    return live.draw(head, "feedback_form", view);
}

std::string feedback_sent_page(const generator::LiveSite& live,
                               Language language,
                               const std::string& page) {
    const auto& site = live.site();
    auto back = home_of(site, language);
    if (!page.empty()) back = {site.words_in(language)["feedback_sent.back"], page};
    return sent_page(live,
                     {.language = language,
                      .address = kFeedbackSentAddress,
                      .words = "feedback_sent",
                      .case_number = {},
                      .parents = parents_of(site, language),
                      .back = std::move(back)});
}

}  // namespace okienko::server
