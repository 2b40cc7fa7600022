#include "server/submission/submission_mail.hpp"

#include "generator/pages/text_rows.hpp"
#include "language/phones.hpp"
#include "server/submission/remark_text.hpp"
#include "server/submission/submission_pages.hpp"

namespace okienko::server {
namespace {

using generator::View;
using language::Language;

std::string group_of(Letter letter) {
    switch (letter) {
        case Letter::Begun:
            return "submission_mail.begun.";
        case Letter::Change:
            return "submission_mail.change.";
        case Letter::Verify:
            return "submission_mail.verify.";
        case Letter::Received:
            return "submission_mail.received.";
        case Letter::Correct:
            return "submission_mail.correct.";
        case Letter::Published:
            return "submission_mail.published.";
        case Letter::Declined:
            break;
    }
    return "submission_mail.declined.";
}

/// What the office itself has to say.
std::vector<std::string> own_words(const model::Submission& submission,
                                   Letter letter,
                                   const generator::Words& words) {
    std::vector<std::string> lines;
    if (letter == Letter::Declined && !submission.reason.empty()) {
        lines.push_back(submission.reason);
    }
    if (letter == Letter::Correct) {
        for (const auto& remark : submission.remarks) lines.push_back(remark_text(remark, words));
    }
    return lines;
}

std::string bulleted(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += "- " + line + "\n";
    return text.empty() ? text : text + "\n";
}

}  // namespace

model::OutgoingMail submission_mail(const generator::LiveSite& live,
                                    const model::Submission& submission,
                                    Letter letter,
                                    const std::vector<std::string>& links) {
    auto language = language::language_from_code(submission.language).value_or(Language::Polish);
    const auto& site = live.site();
    const auto& words = site.words_in(language);
    const auto& settings = site.settings();
    auto group = group_of(letter);
    auto subject = words.format(group + "subject", {{"number", submission.case_number}});
    auto lines = own_words(submission, letter, words);
    const auto& call = words["submission_mail.call"];

    View view{language};
    view.words("letter_text", words[group + "text"]);
    view.words("letter_end", words[group + "end"]);
    generator::set_rows(view, "lines", generator::text_rows(language, "line", lines));
    std::vector<View> rows;
    std::string addresses;
    for (const auto& link : links) {
        View row{language};
        row.value("link", link);
        rows.push_back(std::move(row));
        addresses += link + "\n\n";
    }
    generator::set_rows(view, "links", std::move(rows));
    view.value("case_number", submission.case_number);
    view.nothing("page_qr_html");
    generator::PageHead head;
    head.address = "/";
    head.title = subject;
    head.language = language;

    auto phone = language::phone_display(settings.contact.phone);
    auto text = words["submission_mail.hello"] + "\n\n" + words[group + "text"] + "\n\n" +
                bulleted(lines) + addresses + words[group + "end"] + "\n\n" +
                words["submission_mail.number"] + " " + submission.case_number + "\n" + call + " " +
                phone + "\n\n" + settings.centre.name + "\n" + settings.site.url + "\n";
    return {.recipient = submission.email,
            .language = std::string{code(language)},
            .subject = subject,
            .text = text,
            .html = live.draw(head, "mail_submission", view)};
}

std::string private_link(const generator::LiveSite& live, std::string_view token) {
    return live.site().settings().site.url + submission_address(token);
}

}  // namespace okienko::server
