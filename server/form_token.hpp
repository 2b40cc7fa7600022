#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "server/secrets.hpp"

namespace okienko::server {

/// A form that a visitor was given: what its token says.
struct IssuedForm {
    std::string id;  ///< Random: the same form sent twice is one message.
    std::chrono::sys_seconds issued_at{};
};

/// Makes and reads the hidden field of a form: which form it is and since when the visitor has it.
/// It is signed, so nobody can invent one; it says nothing about the visitor. The key lives as long
/// as the program: after a restart an old form is answered with a fresh one, nothing typed is lost.
/// Thread-safe.
class FormTokens {
  public:
    /// Throws std::runtime_error when the machine has no randomness.
    FormTokens() = default;

    /// `purpose` tells forms apart: a token of one is no token of another.
    [[nodiscard]] std::string issue(std::string_view purpose, std::chrono::sys_seconds now) const;

    /// Nothing when we did not make it, or for another purpose.
    [[nodiscard]] std::optional<IssuedForm> read(std::string_view purpose,
                                                 std::string_view token) const;

  private:
    SigningKey key_;
};

}  // namespace okienko::server
