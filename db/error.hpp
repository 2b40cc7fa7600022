#pragma once

#include <stdexcept>
#include <string>

namespace okienko::db {

/// A database that cannot be used: missing, not a database, older or newer than the program, busy,
/// damaged, or refusing what was to be written.
///
/// `what()` is a Polish sentence for the person who runs the program (never for a visitor): which
/// file, what is wrong and, after a semicolon, the remedy.
class DatabaseError : public std::runtime_error {
  public:
    DatabaseError(const std::string& message, const std::string& remedy)
        : std::runtime_error(message + "; " + remedy), remedy_(remedy) {}

    /// What to do, e.g. "uruchom: okienko init".
    [[nodiscard]] const std::string& remedy() const noexcept { return remedy_; }

  private:
    std::string remedy_;
};

}  // namespace okienko::db
