#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "model/choice.hpp"
#include "model/date.hpp"

namespace okienko::model {

enum class MessageState { Open, Closed };

template <>
struct Choice<MessageState> {
    static constexpr std::array<std::string_view, 2> kNames{"open", "closed"};
};

/// What a resident writes to the coordinator through the contact form. Private: it lives in
/// office.db and nowhere else.
struct Message {
    std::string sender = {};           ///< Name or nickname.
    std::string phone = {};            ///< E.164; empty when she wants an answer by e-mail.
    std::string email = {};            ///< Empty when she wants to be called.
    std::string preferred_hours = {};  ///< When to call; may be empty.
    std::string subject = {};
    std::string service = {};  ///< Slug of the service that it is about; may be empty.
    std::string text = {};
    std::string language = "pl";  ///< Of the page that she wrote on (ISO 639-1).

    bool operator==(const Message&) const = default;
};

/// A message as the office has it.
struct ReceivedMessage {
    std::string case_number;  ///< "7F3-Q2M": what a resident tells on the telephone.
    Message message;
    std::chrono::sys_seconds received_at{};
    MessageState state = MessageState::Open;
    std::optional<std::chrono::sys_seconds> closed_at;
    std::string closing_note;
    Date purge_on{};  ///< The first day on which it must be gone.

    bool operator==(const ReceivedMessage&) const = default;
};

}  // namespace okienko::model
