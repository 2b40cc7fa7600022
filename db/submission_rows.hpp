#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/submissions.hpp"
#include "model/submission.hpp"

/// Submissions in and out of the rows of office.db.
namespace okienko::db {

std::optional<std::string> submission_of_form(const SQLite::Database& database,
                                              const std::string& form_id);

void insert_submission(const SQLite::Database& database,
                       const std::string& case_number,
                       const Submissions::Beginning& beginning);
/// All but what never changes (case, kind, address, when it began).
void update_submission(const SQLite::Database& database, const model::Submission& submission);
void delete_submission(const SQLite::Database& database, const std::string& case_number);

void insert_link(const SQLite::Database& database,
                 const std::string& case_number,
                 const SubmissionLink& link,
                 std::chrono::sys_seconds at);
std::optional<Submissions::Found> read_by_link(const SQLite::Database& database,
                                               const std::string& hash);

std::optional<model::Submission> read_submission(const SQLite::Database& database,
                                                 const std::string& case_number);
std::vector<model::Submission> read_submissions(const SQLite::Database& database,
                                                model::SubmissionState state);
std::vector<model::Submission> read_submissions_of(const SQLite::Database& database,
                                                   const std::string& email);

void insert_version(const SQLite::Database& database,
                    const std::string& case_number,
                    std::chrono::sys_seconds at,
                    const std::string& cards);
std::vector<model::SubmissionVersion> read_versions(const SQLite::Database& database,
                                                    const std::string& case_number);

void replace_remarks(const SQLite::Database& database,
                     const std::string& case_number,
                     const std::vector<model::Remark>& remarks);

/// Case numbers of those that must be gone by that day.
std::vector<std::string> submissions_to_purge(const SQLite::Database& database, model::Date today);

}  // namespace okienko::db
