#include "db/submission_rows.hpp"

#include <SQLiteCpp/Statement.h>

#include "db/statement_row.hpp"

namespace okienko::db {
namespace {

constexpr const char* kSubmissionQuery =
    "SELECT case_number, kind, state, email, email_verified, language, provider, cards, reason, "
    "created_at, changed_at, sent_at, purge_on FROM submission ";

constexpr const char* kIdOfCase = "(SELECT id FROM submission WHERE case_number = :case_number)";

std::vector<model::Remark> read_remarks(const SQLite::Database& database,
                                        const std::string& case_number) {
    SQLite::Statement query(database,
                            std::string{"SELECT field, text FROM submission_remark "
                                        "WHERE submission_id = "} +
                                kIdOfCase + " ORDER BY position");
    query.bind(":case_number", case_number);
    std::vector<model::Remark> remarks;
    while (query.executeStep()) {
        remarks.push_back({query.getColumn(0).getString(), query.getColumn(1).getString()});
    }
    return remarks;
}

model::Submission submission_of(SQLite::Statement& row) {
    model::Submission submission;
    int column = 0;
    auto text = [&] { return row.getColumn(column++).getString(); };
    auto moment = [&] { return moment_of(row.getColumn(column++).getInt64()); };
    submission.case_number = text();
    submission.kind = model::from_name<model::SubmissionKind>(text()).value();
    submission.state = model::from_name<model::SubmissionState>(text()).value();
    submission.email = text();
    submission.email_verified = row.getColumn(column++).getInt() != 0;
    submission.language = text();
    submission.provider = text();
    submission.cards = text();
    submission.reason = text();
    submission.created_at = moment();
    submission.changed_at = moment();
    auto sent = row.getColumn(column++);
    if (!sent.isNull()) submission.sent_at = moment_of(sent.getInt64());
    submission.purge_on = model::parse_date(text()).value();
    return submission;
}

std::vector<model::Submission> submissions_of(const SQLite::Database& database,
                                              SQLite::Statement& query) {
    std::vector<model::Submission> submissions;
    while (query.executeStep()) submissions.push_back(submission_of(query));
    for (auto& each : submissions) each.remarks = read_remarks(database, each.case_number);
    return submissions;
}

std::optional<model::Submission> first_of(std::vector<model::Submission> submissions) {
    if (submissions.empty()) return std::nullopt;
    return std::move(submissions.front());
}

const char* name_of(LinkWay way) {
    return way == LinkWay::Mail ? "mail" : "browser";
}

}  // namespace

std::optional<std::string> submission_of_form(const SQLite::Database& database,
                                              const std::string& form_id) {
    SQLite::Statement query(database, "SELECT case_number FROM submission WHERE form_id = ?");
    query.bind(1, form_id);
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

void insert_submission(const SQLite::Database& database,
                       const std::string& case_number,
                       const Submissions::Beginning& beginning) {
    RowInsert row(database,
                  "INSERT INTO submission (case_number, form_id, kind, email, language, provider, "
                  "cards, created_at, changed_at, purge_on) VALUES (:case_number, :form_id, :kind, "
                  ":email, :language, :provider, :cards, :created_at, :changed_at, :purge_on)");
    row.bind(":case_number", case_number)
        .bind(":form_id", beginning.form_id)
        .bind(":kind", beginning.kind)
        .bind(":email", beginning.email)
        .bind(":language", beginning.language)
        .bind_optional(":provider", beginning.provider)
        .bind(":cards", beginning.cards)
        .bind(":created_at", beginning.at)
        .bind(":changed_at", beginning.at)
        .bind(":purge_on", beginning.purge_on)
        .insert();
}

void update_submission(const SQLite::Database& database, const model::Submission& submission) {
    RowInsert row(database,
                  "UPDATE submission SET state = :state, email_verified = :email_verified, "
                  "provider = :provider, cards = :cards, reason = :reason, "
                  "changed_at = :changed_at, sent_at = :sent_at, purge_on = :purge_on "
                  "WHERE case_number = :case_number");
    row.bind(":state", submission.state)
        .bind(":email_verified", submission.email_verified)
        .bind_optional(":provider", submission.provider)
        .bind(":cards", submission.cards)
        .bind_optional(":reason", submission.reason)
        .bind(":changed_at", submission.changed_at)
        .bind(":sent_at", submission.sent_at)
        .bind(":purge_on", submission.purge_on)
        .bind(":case_number", submission.case_number)
        .insert();
}

void delete_submission(const SQLite::Database& database, const std::string& case_number) {
    SQLite::Statement statement(database, "DELETE FROM submission WHERE case_number = ?");
    statement.bind(1, case_number);
    statement.exec();
}

void insert_link(const SQLite::Database& database,
                 const std::string& case_number,
                 const SubmissionLink& link,
                 std::chrono::sys_seconds at) {
    auto sql =
        std::string{
            "INSERT INTO submission_link (hash, submission_id, way, created_at) "
            "VALUES (:hash, "} +
        kIdOfCase + ", :way, :created_at)";
    RowInsert row(database, sql.c_str());
    row.bind(":hash", link.hash)
        .bind(":case_number", case_number)
        .bind_literal(":way", name_of(link.way))
        .bind(":created_at", at)
        .insert();
}

std::optional<Submissions::Found> read_by_link(const SQLite::Database& database,
                                               const std::string& hash) {
    SQLite::Statement query(database,
                            "SELECT case_number, way FROM submission_link JOIN submission "
                            "ON submission.id = submission_id WHERE hash = ?");
    query.bind(1, hash);
    if (!query.executeStep()) return std::nullopt;
    auto submission = read_submission(database, query.getColumn(0).getString());
    bool by_mail = query.getColumn(1).getString() == name_of(LinkWay::Mail);
    return Submissions::Found{std::move(*submission), by_mail ? LinkWay::Mail : LinkWay::Browser};
}

std::optional<model::Submission> read_submission(const SQLite::Database& database,
                                                 const std::string& case_number) {
    SQLite::Statement query(database, std::string{kSubmissionQuery} + "WHERE case_number = ?");
    query.bind(1, case_number);
    return first_of(submissions_of(database, query));
}

std::vector<model::Submission> read_submissions(const SQLite::Database& database,
                                                model::SubmissionState state) {
    SQLite::Statement query(
        database, std::string{kSubmissionQuery} + "WHERE state = ? ORDER BY changed_at, id");
    query.bind(1, std::string{model::name(state)});
    return submissions_of(database, query);
}

std::vector<model::Submission> read_submissions_of(const SQLite::Database& database,
                                                   const std::string& email) {
    // Addresses are compared as mail servers do in practice: the case of letters says nothing.
    SQLite::Statement query(
        database,
        std::string{kSubmissionQuery} + "WHERE email = ? COLLATE NOCASE ORDER BY created_at, id");
    query.bind(1, email);
    return submissions_of(database, query);
}

void insert_version(const SQLite::Database& database,
                    const std::string& case_number,
                    std::chrono::sys_seconds at,
                    const std::string& cards) {
    auto sql = std::string{
        "INSERT INTO submission_version (submission_id, number, sent_at, cards) "
        "SELECT id, 1 + (SELECT count(*) FROM submission_version "
        "WHERE submission_id = submission.id), :sent_at, :cards "
        "FROM submission WHERE case_number = :case_number"};
    RowInsert row(database, sql.c_str());
    row.bind(":sent_at", at).bind(":cards", cards).bind(":case_number", case_number).insert();
}

std::vector<model::SubmissionVersion> read_versions(const SQLite::Database& database,
                                                    const std::string& case_number) {
    SQLite::Statement query(database,
                            std::string{"SELECT number, sent_at, cards FROM submission_version "
                                        "WHERE submission_id = "} +
                                kIdOfCase + " ORDER BY number");
    query.bind(":case_number", case_number);
    std::vector<model::SubmissionVersion> versions;
    while (query.executeStep()) {
        versions.push_back({query.getColumn(0).getInt(),
                            moment_of(query.getColumn(1).getInt64()),
                            query.getColumn(2).getString()});
    }
    return versions;
}

void replace_remarks(const SQLite::Database& database,
                     const std::string& case_number,
                     const std::vector<model::Remark>& remarks) {
    SQLite::Statement clear(
        database, std::string{"DELETE FROM submission_remark WHERE submission_id = "} + kIdOfCase);
    clear.bind(":case_number", case_number);
    clear.exec();
    auto sql =
        std::string{
            "INSERT INTO submission_remark (submission_id, position, field, text) "
            "VALUES ("} +
        kIdOfCase + ", :position, :field, :text)";
    RowInsert row(database, sql.c_str());
    for (std::size_t i = 0; i < remarks.size(); ++i) {
        row.bind(":case_number", case_number)
            .bind(":position", static_cast<std::int64_t>(i))
            .bind(":field", remarks[i].field)
            .bind(":text", remarks[i].text)
            .insert();
    }
}

std::vector<std::string> submissions_to_purge(const SQLite::Database& database, model::Date today) {
    SQLite::Statement query(
        database, "SELECT case_number FROM submission WHERE purge_on <= ? ORDER BY purge_on, id");
    query.bind(1, model::to_iso(today));
    std::vector<std::string> cases;
    while (query.executeStep()) cases.push_back(query.getColumn(0).getString());
    return cases;
}

}  // namespace okienko::db
