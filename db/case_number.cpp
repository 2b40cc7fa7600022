#include "db/case_number.hpp"

#include <SQLiteCpp/Statement.h>

#include <cctype>
#include <random>

#include "model/spoken_code.hpp"

namespace okienko::db {
namespace {

bool is_taken(const SQLite::Database& database, const std::string& case_number) {
    SQLite::Statement query(database,
                            "SELECT 1 FROM message WHERE case_number = :number "
                            "UNION ALL SELECT 1 FROM submission WHERE case_number = :number");
    query.bind(":number", case_number);
    return query.executeStep();
}

/// One for each thread: making one asks the processor what it can, which a virtual machine answers
/// slowly.
std::random_device& random_source() {
    thread_local std::random_device random;
    return random;
}

}  // namespace

std::string drawn_case_number() {
    return model::case_number(random_source());
}

std::string new_case_number(const SQLite::Database& database) {
    auto number = drawn_case_number();
    while (is_taken(database, number)) number = drawn_case_number();
    return number;
}

std::string stored_case_number(std::string_view spelt) {
    std::string letters;
    for (char c : spelt) {
        auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) letters += static_cast<char>(std::toupper(byte));
    }
    if (letters.size() > 3) letters.insert(3, "-");
    return letters;
}

std::string new_mail_id(const std::string& case_number) {
    return case_number + "-" + model::spoken_code(6, random_source());
}

}  // namespace okienko::db
