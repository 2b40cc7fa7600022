#include "db/outbox_rows.hpp"

#include <SQLiteCpp/Statement.h>

#include "db/statement_row.hpp"

namespace okienko::db {
namespace {

using std::chrono::sys_seconds;

constexpr const char* kMailQuery =
    "SELECT mail_id, case_number, recipient, language, subject, text, html, created_at, "
    "next_try_at, tries, remark FROM outbox_mail ";

std::vector<model::QueuedMail> mails_of(SQLite::Statement& query) {
    std::vector<model::QueuedMail> mails;
    while (query.executeStep()) {
        auto& queued = mails.emplace_back();
        int column = 0;
        auto text = [&] { return query.getColumn(column++).getString(); };
        queued.id = text();
        queued.case_number = text();
        queued.mail.recipient = text();
        queued.mail.language = text();
        queued.mail.subject = text();
        queued.mail.text = text();
        queued.mail.html = text();
        queued.created_at = moment_of(query.getColumn(column++).getInt64());
        auto next = query.getColumn(column++);
        if (!next.isNull()) queued.next_try_at = moment_of(next.getInt64());
        queued.tries = query.getColumn(column++).getInt();
        queued.remark = text();
    }
    return mails;
}

}  // namespace

void insert_mail(WritingConnection& database, const model::QueuedMail& queued) {
    constexpr const char* kInsert =
        "INSERT INTO outbox_mail (mail_id, case_number, recipient, language, subject, "
        "text, html, created_at, next_try_at) VALUES (:mail_id, :case_number, "
        ":recipient, :language, :subject, :text, :html, :created_at, :next_try_at)";
    database.prepared(kInsert)
        .bind(":mail_id", queued.id)
        .bind(":case_number", queued.case_number)
        .bind(":recipient", queued.mail.recipient)
        .bind(":language", queued.mail.language)
        .bind(":subject", queued.mail.subject)
        .bind(":text", queued.mail.text)
        .bind(":html", queued.mail.html)
        .bind(":created_at", queued.created_at)
        .bind(":next_try_at", queued.next_try_at)
        .insert();
}

void delete_mail(const SQLite::Database& database, const std::string& id) {
    SQLite::Statement statement(database, "DELETE FROM outbox_mail WHERE mail_id = ?");
    statement.bind(1, id);
    statement.exec();
}

void delete_mails_of(const SQLite::Database& database, const std::string& case_number) {
    SQLite::Statement statement(database, "DELETE FROM outbox_mail WHERE case_number = ?");
    statement.bind(1, case_number);
    statement.exec();
}

void update_mail(const SQLite::Database& database, const model::QueuedMail& queued) {
    RowInsert row(database,
                  "UPDATE outbox_mail SET next_try_at = :next_try_at, tries = :tries, "
                  "remark = :remark WHERE mail_id = :mail_id");
    row.bind(":next_try_at", queued.next_try_at)
        .bind(":tries", queued.tries)
        .bind_optional(":remark", queued.remark)
        .bind(":mail_id", queued.id)
        .insert();
}

std::vector<model::QueuedMail> read_due_mails(const SQLite::Database& database,
                                              sys_seconds now,
                                              std::size_t most) {
    SQLite::Statement query(
        database,
        std::string{kMailQuery} + "WHERE next_try_at <= ? ORDER BY next_try_at, id LIMIT ?");
    query.bind(1, seconds_of(now));
    query.bind(2, static_cast<std::int64_t>(most));
    return mails_of(query);
}

std::vector<model::QueuedMail> read_dead_mails(const SQLite::Database& database) {
    SQLite::Statement query(database,
                            std::string{kMailQuery} + "WHERE next_try_at IS NULL ORDER BY id");
    return mails_of(query);
}

std::vector<model::QueuedMail> read_mails_of(const SQLite::Database& database,
                                             const std::string& recipient) {
    SQLite::Statement query(
        database, std::string{kMailQuery} + "WHERE recipient = ? COLLATE NOCASE ORDER BY id");
    query.bind(1, recipient);
    return mails_of(query);
}

std::optional<sys_seconds> next_mail_moment(const SQLite::Database& database) {
    SQLite::Statement query(database, "SELECT min(next_try_at) FROM outbox_mail");
    query.executeStep();
    auto next = query.getColumn(0);
    if (next.isNull()) return std::nullopt;
    return moment_of(next.getInt64());
}

}  // namespace okienko::db
