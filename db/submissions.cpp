#include "db/submissions.hpp"

#include <algorithm>

#include "db/case_number.hpp"
#include "db/message_rows.hpp"
#include "db/office_file.hpp"
#include "db/outbox_rows.hpp"
#include "db/submission_rows.hpp"

namespace okienko::db {
namespace {

using model::Submission;
using model::SubmissionAction;
using model::SubmissionState;

bool is_office(SubmissionAction action) {
    return action >= SubmissionAction::Review;
}

bool sends(SubmissionAction action) {
    return action == SubmissionAction::Send || action == SubmissionAction::SendUnknown;
}

void queue(WritingConnection& database,
           const Submission& submission,
           const SubmissionMail& mail,
           std::chrono::sys_seconds at) {
    if (!mail.link_hash.empty()) {
        insert_link(database, submission.case_number, {mail.link_hash, LinkWay::Mail}, at);
    }
    insert_mail(database,
                {.id = new_mail_id(submission.case_number),
                 .case_number = submission.case_number,
                 .mail = mail.write(submission),
                 .created_at = at,
                 .next_try_at = at});
}

/// What the step says of the submission besides its state.
void apply(Submission& submission, const Submissions::Step& step) {
    submission.changed_at = step.at;
    submission.purge_on = step.purge_on;
    if (sends(step.action)) submission.sent_at = step.at;
    if (step.action == SubmissionAction::Send || step.action == SubmissionAction::Verify) {
        submission.email_verified = true;
    }
    if (step.action == SubmissionAction::Decline) submission.reason = step.reason;
    if (step.action == SubmissionAction::Accept) submission.provider = step.provider;
    if (step.action == SubmissionAction::Correct) submission.remarks = step.remarks;
    if (sends(step.action)) submission.remarks.clear();
}

}  // namespace

std::string Submissions::begin(const Beginning& beginning) {
    std::string case_number;
    file_.write([&](WritingConnection& database) {
        auto known = submission_of_form(database, beginning.form_id);
        case_number = known ? *known : new_case_number(database);
        if (!known) insert_submission(database, case_number, beginning);
        for (const auto& link : beginning.links) {
            insert_link(database, case_number, link, beginning.at);
        }
        if (!known && beginning.mail) {
            queue(database, *read_submission(database, case_number), *beginning.mail, beginning.at);
        }
    });
    return case_number;
}

std::optional<Submissions::Found> Submissions::by_link(const std::string& hash) const {
    return file_.read(
        [&](const SQLite::Database& database) { return read_by_link(database, hash); });
}

std::optional<Submission> Submissions::by_case(std::string_view case_number) const {
    return file_.read([&](const SQLite::Database& database) {
        return read_submission(database, stored_case_number(case_number));
    });
}

std::vector<Submission> Submissions::in_states(const std::vector<SubmissionState>& states) const {
    return file_.read([&](const SQLite::Database& database) {
        std::vector<Submission> all;
        for (auto state : states) {
            for (auto& each : read_submissions(database, state)) all.push_back(std::move(each));
        }
        std::ranges::stable_sort(all, {}, &Submission::changed_at);
        return all;
    });
}

std::optional<Submission> Submissions::open_change(const std::string& email,
                                                   std::string_view provider) const {
    return file_.read([&](const SQLite::Database& database) {
        std::optional<Submission> newest;
        for (auto& each : read_submissions_of(database, email)) {
            bool open = each.kind == model::SubmissionKind::Change &&
                        each.state == SubmissionState::Draft && each.provider == provider;
            if (open) newest = std::move(each);
        }
        return newest;
    });
}

bool Submissions::spoke_for(const std::string& email, std::string_view provider) const {
    return file_.read([&](const SQLite::Database& database) {
        return std::ranges::any_of(read_submissions_of(database, email), [&](const auto& each) {
            return each.state == SubmissionState::Published && each.provider == provider;
        });
    });
}

std::vector<model::SubmissionVersion> Submissions::versions(const std::string& case_number) const {
    return file_.read(
        [&](const SQLite::Database& database) { return read_versions(database, case_number); });
}

bool Submissions::write_cards(const std::string& case_number,
                              const std::function<std::string(const std::string&)>& change,
                              std::chrono::sys_seconds at,
                              model::Date purge_on) {
    bool written = false;
    file_.write([&](WritingConnection& database) {
        auto submission = read_submission(database, case_number);
        written = submission && model::can_be_written(submission->state);
        if (!written) return;
        submission->cards = change(submission->cards);
        submission->changed_at = at;
        submission->purge_on = purge_on;
        update_submission(database, *submission);
    });
    return written;
}

std::optional<SubmissionState> Submissions::take(const std::string& case_number, const Step& step) {
    std::optional<SubmissionState> reached;
    file_.write([&](WritingConnection& database) {
        reached.reset();
        auto submission = read_submission(database, stored_case_number(case_number));
        if (!submission) return;
        reached = model::next_state(submission->state, step.action);
        if (!reached) return;
        submission->state = *reached;
        apply(*submission, step);
        update_submission(database, *submission);
        replace_remarks(database, submission->case_number, submission->remarks);
        if (sends(step.action)) {
            insert_version(database, submission->case_number, step.at, submission->cards);
        }
        if (is_office(step.action)) {
            auto action = "submission." + std::string{model::name(step.action)};
            insert_audit_entry(database, {step.at, step.actor, action, submission->case_number});
        }
        if (step.mail) queue(database, *submission, *step.mail, step.at);
    });
    return reached;
}

void Submissions::send_link(const std::string& case_number,
                            std::chrono::sys_seconds at,
                            const SubmissionMail& mail) {
    file_.write([&](WritingConnection& database) {
        if (auto submission = read_submission(database, case_number)) {
            queue(database, *submission, mail, at);
        }
    });
}

}  // namespace okienko::db
