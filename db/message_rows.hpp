#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "db/office.hpp"
#include "db/writing_connection.hpp"
#include "model/message.hpp"

/// Messages in and out of the rows of office.db.
namespace okienko::db {

/// The case number of the message that came with this form.
std::optional<std::string> case_of_form(const SQLite::Database& database,
                                        const std::string& form_id);

/// False, and nothing is inserted, when this form has come before or some case has that number.
bool insert_message(WritingConnection& database,
                    const std::string& case_number,
                    const model::Message& message,
                    const Office::Arrival& arrival);

std::vector<model::ReceivedMessage> read_messages(const SQLite::Database& database,
                                                  model::MessageState state,
                                                  std::optional<model::MessageKind> kind);
/// Those that came with this address or this telephone; either may be empty.
std::vector<model::ReceivedMessage> read_messages_of(const SQLite::Database& database,
                                                     const std::string& email,
                                                     const std::string& phone);
std::optional<model::ReceivedMessage> read_message(const SQLite::Database& database,
                                                   const std::string& case_number);

/// False when there is no such open message.
bool close_message_row(const SQLite::Database& database,
                       const std::string& case_number,
                       const std::string& note,
                       std::chrono::sys_seconds at);

/// Case numbers of those that must be gone by that day.
std::vector<std::string> cases_to_purge(const SQLite::Database& database, model::Date today);
void delete_message(const SQLite::Database& database, const std::string& case_number);

void insert_audit_entry(const SQLite::Database& database, const AuditEntry& entry);
std::vector<AuditEntry> read_audit(const SQLite::Database& database);

}  // namespace okienko::db
