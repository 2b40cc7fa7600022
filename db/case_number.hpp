#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>

/// "7F3-Q2M": what people tell on the telephone, of a message or of a submission.
namespace okienko::db {

/// Any: whether some case has it already is for the database to say.
std::string drawn_case_number();

/// One that no case has.
std::string new_case_number(const SQLite::Database& database);

/// As it is stored: people write "7f3 q2m".
std::string stored_case_number(std::string_view spelt);

/// Of one mail about a case, for its Message-ID. Random: mails that were sent are not kept to be
/// counted.
std::string new_mail_id(const std::string& case_number);

}  // namespace okienko::db
