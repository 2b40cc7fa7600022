#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "db/writing_connection.hpp"
#include "model/outgoing_mail.hpp"

/// Mails that wait, in and out of the rows of office.db.
namespace okienko::db {

void insert_mail(WritingConnection& database, const model::QueuedMail& queued);
void delete_mail(const SQLite::Database& database, const std::string& id);
void delete_mails_of(const SQLite::Database& database, const std::string& case_number);
/// What came of a try: when to try again, how often it was tried, what was said.
void update_mail(const SQLite::Database& database, const model::QueuedMail& queued);

/// Those whose moment has come, the oldest first.
std::vector<model::QueuedMail> read_due_mails(const SQLite::Database& database,
                                              std::chrono::sys_seconds now,
                                              std::size_t most);
/// Those that nobody tries again.
std::vector<model::QueuedMail> read_dead_mails(const SQLite::Database& database);
std::vector<model::QueuedMail> read_mails_of(const SQLite::Database& database,
                                             const std::string& recipient);
std::optional<std::chrono::sys_seconds> next_mail_moment(const SQLite::Database& database);

}  // namespace okienko::db
