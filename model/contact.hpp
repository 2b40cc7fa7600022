#pragma once

#include <string>

namespace okienko::model {

/// Whom to ask. A role or a team, never a person's name; at least a phone or an e-mail.
struct Contact {
    std::string role;
    std::string phone;      ///< E.164 ("+48…") or a short number; empty when there is none.
    std::string extension;  ///< Digits dialled after the number is answered.
    std::string email;
    std::string room;
    std::string hours;
    bool operator==(const Contact&) const = default;
};

}  // namespace okienko::model
