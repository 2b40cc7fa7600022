#include "db/message_rows.hpp"

#include <SQLiteCpp/Statement.h>

#include "db/statement_row.hpp"

namespace okienko::db {
namespace {

constexpr const char* kMessageQuery =
    "SELECT case_number, received_at, language, sender, phone, email, preferred_hours, subject, "
    "service, text, state, closed_at, closing_note, purge_on, kind, page, score FROM message ";

model::ReceivedMessage message_of(SQLite::Statement& row) {
    model::ReceivedMessage received;
    int column = 0;
    auto text = [&] { return row.getColumn(column++).getString(); };
    received.case_number = text();
    received.received_at = moment_of(row.getColumn(column++).getInt64());
    auto& message = received.message;
    message.language = text();
    message.sender = text();
    message.phone = text();
    message.email = text();
    message.preferred_hours = text();
    message.subject = text();
    message.service = text();
    message.text = text();
    received.state = model::from_name<model::MessageState>(text()).value();
    auto closed = row.getColumn(column++);
    if (!closed.isNull()) received.closed_at = moment_of(closed.getInt64());
    received.closing_note = text();
    received.purge_on = model::parse_date(text()).value();
    message.kind = model::from_name<model::MessageKind>(text()).value();
    message.page = text();
    auto score = row.getColumn(column++);
    if (!score.isNull()) message.score = score.getInt();
    return received;
}

std::vector<std::string> reasons_of(const SQLite::Database& database,
                                    const std::string& case_number) {
    SQLite::Statement query(database,
                            "SELECT reason FROM message_reason WHERE case_number = ? ORDER BY id");
    query.bind(1, case_number);
    std::vector<std::string> reasons;
    while (query.executeStep()) reasons.push_back(query.getColumn(0).getString());
    return reasons;
}

std::vector<model::ReceivedMessage> messages_of(const SQLite::Database& database,
                                                SQLite::Statement& query) {
    std::vector<model::ReceivedMessage> messages;
    while (query.executeStep()) messages.push_back(message_of(query));
    for (auto& each : messages) each.message.reasons = reasons_of(database, each.case_number);
    return messages;
}

void insert_reasons(const SQLite::Database& database,
                    const std::string& case_number,
                    const std::vector<std::string>& reasons) {
    if (reasons.empty()) return;
    RowInsert row(database,
                  "INSERT INTO message_reason (case_number, reason) "
                  "VALUES (:case_number, :reason)");
    for (const auto& reason : reasons) {
        row.bind(":case_number", case_number).bind(":reason", reason).insert();
    }
}

}  // namespace

std::optional<std::string> case_of_form(const SQLite::Database& database,
                                        const std::string& form_id) {
    SQLite::Statement query(database, "SELECT case_number FROM message WHERE form_id = ?");
    query.bind(1, form_id);
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

bool insert_message(WritingConnection& database,
                    const std::string& case_number,
                    const model::Message& message,
                    const Office::Arrival& arrival) {
    // Submissions have numbers of the same kind.
    constexpr const char* kInsert =
        "INSERT INTO message (case_number, form_id, received_at, language, sender, "
        "phone, email, preferred_hours, subject, service, text, purge_on, kind, page, "
        "score) SELECT :case_number, :form_id, :received_at, :language, :sender, :phone, "
        ":email, :preferred_hours, :subject, :service, :text, :purge_on, :kind, :page, "
        ":score WHERE NOT EXISTS (SELECT 1 FROM submission WHERE case_number = :case_number) "
        "ON CONFLICT DO NOTHING";
    auto& row = database.prepared(kInsert);
    row.bind(":case_number", case_number)
        .bind(":form_id", arrival.form_id)
        .bind(":received_at", arrival.at)
        .bind(":language", message.language)
        .bind(":sender", message.sender)
        .bind_optional(":phone", message.phone)
        .bind_optional(":email", message.email)
        .bind_optional(":preferred_hours", message.preferred_hours)
        .bind(":subject", message.subject)
        .bind_optional(":service", message.service)
        .bind(":text", message.text)
        .bind(":purge_on", arrival.purge_on)
        .bind(":kind", message.kind)
        .bind_optional(":page", message.page)
        .bind(":score", message.score);
    if (row.insert() == 0) return false;
    insert_reasons(database, case_number, message.reasons);
    return true;
}

std::vector<model::ReceivedMessage> read_messages(const SQLite::Database& database,
                                                  model::MessageState state,
                                                  std::optional<model::MessageKind> kind) {
    SQLite::Statement query(database,
                            std::string{kMessageQuery} +
                                "WHERE state = :state AND (:kind IS NULL OR kind = :kind) "
                                "ORDER BY received_at, id");
    query.bind(":state", std::string{model::name(state)});
    if (kind) query.bind(":kind", std::string{model::name(*kind)});
    return messages_of(database, query);
}

std::vector<model::ReceivedMessage> read_messages_of(const SQLite::Database& database,
                                                     const std::string& email,
                                                     const std::string& phone) {
    SQLite::Statement query(database,
                            std::string{kMessageQuery} +
                                "WHERE email = nullif(:email, '') COLLATE NOCASE OR "
                                "phone = nullif(:phone, '') ORDER BY received_at, id");
    query.bind(":email", email);
    query.bind(":phone", phone);
    return messages_of(database, query);
}

std::optional<model::ReceivedMessage> read_message(const SQLite::Database& database,
                                                   const std::string& case_number) {
    SQLite::Statement query(database, std::string{kMessageQuery} + "WHERE case_number = ?");
    query.bind(1, case_number);
    auto found = messages_of(database, query);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

bool close_message_row(const SQLite::Database& database,
                       const std::string& case_number,
                       const std::string& note,
                       std::chrono::sys_seconds at) {
    SQLite::Statement update(database,
                             "UPDATE message SET state = 'closed', closed_at = ?, closing_note = "
                             "nullif(?, '') WHERE case_number = ? AND state = 'open'");
    update.bind(1, seconds_of(at));
    update.bind(2, note);
    update.bind(3, case_number);
    return update.exec() > 0;
}

std::vector<std::string> cases_to_purge(const SQLite::Database& database, model::Date today) {
    SQLite::Statement query(
        database, "SELECT case_number FROM message WHERE purge_on <= ? ORDER BY purge_on, id");
    query.bind(1, model::to_iso(today));
    std::vector<std::string> cases;
    while (query.executeStep()) cases.push_back(query.getColumn(0).getString());
    return cases;
}

void delete_message(const SQLite::Database& database, const std::string& case_number) {
    SQLite::Statement statement(database, "DELETE FROM message WHERE case_number = ?");
    statement.bind(1, case_number);
    statement.exec();
}

void insert_audit_entry(const SQLite::Database& database, const AuditEntry& entry) {
    RowInsert row(database,
                  "INSERT INTO audit_entry (at, actor, action, subject) "
                  "VALUES (:at, :actor, :action, :subject)");
    row.bind(":at", entry.at)
        .bind(":actor", entry.actor)
        .bind(":action", entry.action)
        .bind(":subject", entry.subject)
        .insert();
}

std::vector<AuditEntry> read_audit(const SQLite::Database& database) {
    SQLite::Statement query(database,
                            "SELECT at, actor, action, subject FROM audit_entry ORDER BY id");
    std::vector<AuditEntry> entries;
    while (query.executeStep()) {
        entries.push_back({moment_of(query.getColumn(0).getInt64()),
                           query.getColumn(1).getString(),
                           query.getColumn(2).getString(),
                           query.getColumn(3).getString()});
    }
    return entries;
}

}  // namespace okienko::db
