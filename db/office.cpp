#include "db/office.hpp"

#include "db/case_number.hpp"
#include "db/message_rows.hpp"
#include "db/office_file.hpp"
#include "db/outbox_rows.hpp"
#include "db/search_count_rows.hpp"
#include "db/submission_rows.hpp"

namespace okienko::db {
namespace {

/// What is asked so rarely that nobody is told of it is kept as long as it may still become more.
constexpr std::chrono::days kRareSearchesKept{365};

}  // namespace

Office::Office(const std::filesystem::path& file, Opening opening)
    : file_(std::make_unique<OfficeFile>(file)), submissions_(*file_) {
    if (opening == Opening::Now) file_->open();
}

Office::~Office() = default;

std::optional<std::string> Office::trouble() const {
    try {
        file_->open();
        return std::nullopt;
    } catch (const DatabaseError& failure) {
        return failure.what();
    }
}

namespace {

/// The mail that confirms the case, to wait until it is sent.
std::optional<model::QueuedMail> confirmation_of(const Office::Arrival& arrival,
                                                 const std::string& case_number) {
    if (!arrival.confirmation) return std::nullopt;
    return model::QueuedMail{.id = new_mail_id(case_number),
                             .case_number = case_number,
                             .mail = arrival.confirmation(case_number),
                             .created_at = arrival.at,
                             .next_try_at = arrival.at};
}

}  // namespace

Office::Receipt Office::receive(const model::Message& message, const Arrival& arrival) {
    std::optional<Receipt> receipt;
    while (!receipt) {
        // Here, so that the writer, for whom everybody waits, only writes.
        auto number = drawn_case_number();
        auto mail = confirmation_of(arrival, number);
        file_->write([&](WritingConnection& database) {
            if (insert_message(database, number, message, arrival)) {
                receipt = {.case_number = number, .had_before = false};
                if (mail) insert_mail(database, *mail);
            } else if (auto known = case_of_form(database, arrival.form_id)) {
                receipt = {.case_number = *known, .had_before = true};
            }
        });
    }
    return *receipt;
}

std::vector<model::ReceivedMessage> Office::messages(model::MessageState state,
                                                     std::optional<model::MessageKind> kind) const {
    return file_->read(
        [&](const SQLite::Database& database) { return read_messages(database, state, kind); });
}

std::optional<model::ReceivedMessage> Office::message(std::string_view case_number) const {
    return file_->read([&](const SQLite::Database& database) {
        return read_message(database, stored_case_number(case_number));
    });
}

bool Office::close_message(const std::string& case_number,
                           const std::string& note,
                           const Actor& actor) {
    bool closed = false;
    auto stored = stored_case_number(case_number);
    file_->write([&](WritingConnection& database) {
        closed = close_message_row(database, stored, note, actor.now);
        if (closed) {
            insert_audit_entry(database, {actor.now, actor.name, "message.close", stored});
        }
    });
    return closed;
}

std::vector<model::QueuedMail> Office::due_mails(std::chrono::sys_seconds now,
                                                 std::size_t most) const {
    // Another thread may be about to make its tables; and what cannot be written down as sent must
    // not be sent.
    file_->open();
    return file_->read(
        [&](const SQLite::Database& database) { return read_due_mails(database, now, most); });
}

std::optional<std::chrono::sys_seconds> Office::next_mail_moment() const {
    return file_->read(
        [](const SQLite::Database& database) { return db::next_mail_moment(database); });
}

std::vector<model::QueuedMail> Office::dead_mails() const {
    return file_->read([](const SQLite::Database& database) { return read_dead_mails(database); });
}

void Office::forget_mail(const std::string& id) {
    file_->write([&](WritingConnection& database) { delete_mail(database, id); });
}

void Office::put_off_mail(const model::QueuedMail& mail) {
    file_->write([&](WritingConnection& database) { update_mail(database, mail); });
}

void Office::add_search_counts(const std::vector<model::SearchCount>& counts) {
    file_->write([&](WritingConnection& database) {
        for (const auto& count : counts) add_search_count(database, count);
    });
}

std::vector<model::SearchTotal> Office::search_totals(model::Date from, model::Date to) const {
    return file_->read([&](const SQLite::Database& database) {
        return read_search_totals(database, from, to, kLeastAsked);
    });
}

Office::Purged Office::purge(model::Date today, const Actor& actor) {
    Purged purged;
    file_->write([&](WritingConnection& database) {
        auto cases = cases_to_purge(database, today);
        for (const auto& each : cases) {
            delete_message(database, each);
            delete_mails_of(database, each);
            insert_audit_entry(database, {actor.now, actor.name, "message.purge", each});
        }
        auto submissions = submissions_to_purge(database, today);
        for (const auto& each : submissions) {
            delete_submission(database, each);
            delete_mails_of(database, each);
            insert_audit_entry(database, {actor.now, actor.name, "submission.purge", each});
        }
        purged = {cases.size(), submissions.size()};
        auto before = model::Date{std::chrono::sys_days{today} - kRareSearchesKept};
        delete_rare_searches(database, before, kLeastAsked);
    });
    return purged;
}

namespace {

Office::PersonFile read_person(const SQLite::Database& database,
                               const std::string& email,
                               const std::string& phone) {
    Office::PersonFile file;
    file.messages = read_messages_of(database, email, phone);
    if (email.empty()) return file;
    file.submissions = read_submissions_of(database, email);
    file.mails = read_mails_of(database, email);
    return file;
}

void note_person(const SQLite::Database& database,
                 const Office::PersonFile& file,
                 const Actor& actor,
                 const std::string& action) {
    auto note = [&](const std::string& case_number) {
        insert_audit_entry(database, {actor.now, actor.name, action, case_number});
    };
    for (const auto& each : file.messages) note(each.case_number);
    for (const auto& each : file.submissions) note(each.case_number);
}

}  // namespace

Office::PersonFile Office::export_person(const std::string& email,
                                         const std::string& phone,
                                         const Actor& actor) {
    PersonFile file;
    file_->write([&](WritingConnection& database) {
        file = read_person(database, email, phone);
        note_person(database, file, actor, "person.export");
    });
    return file;
}

Office::PersonFile Office::erase_person(const std::string& email,
                                        const std::string& phone,
                                        const Actor& actor) {
    PersonFile file;
    file_->write([&](WritingConnection& database) {
        file = read_person(database, email, phone);
        for (const auto& each : file.messages) {
            delete_message(database, each.case_number);
            delete_mails_of(database, each.case_number);
        }
        for (const auto& each : file.submissions) {
            delete_submission(database, each.case_number);
            delete_mails_of(database, each.case_number);
        }
        for (const auto& each : file.mails) delete_mail(database, each.id);
        note_person(database, file, actor, "person.erase");
    });
    return file;
}

std::vector<AuditEntry> Office::audit() const {
    return file_->read([](const SQLite::Database& database) { return read_audit(database); });
}

}  // namespace okienko::db
