#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "model/choice.hpp"
#include "model/date.hpp"

namespace okienko::model {

enum class MessageState { Open, Closed };

template <>
struct Choice<MessageState> {
    static constexpr std::array<std::string_view, 2> kNames{"open", "closed"};
};

enum class MessageKind {
    Contact,   ///< A question to the coordinator.
    Outdated,  ///< Something on a service sheet is not true any more.
    Feedback,  ///< Whether a page was clear.
};

template <>
struct Choice<MessageKind> {
    static constexpr std::array<std::string_view, 3> kNames{"contact", "outdated", "feedback"};
};

/// What is not true on a service sheet.
enum class OutdatedPart { Contact, Hours, Place, Price, Conditions, Ended, Other };

template <>
struct Choice<OutdatedPart> {
    static constexpr std::array<std::string_view, 7> kNames{
        "contact", "hours", "place", "price", "conditions", "ended", "other"};
};

/// Why a page was not clear: asked for scores below kClearScore.
enum class Blemish { HardWords, TooLong, Missing, NotTrue, Broken };

template <>
struct Choice<Blemish> {
    static constexpr std::array<std::string_view, 5> kNames{
        "hard_words", "too_long", "missing", "not_true", "broken"};
};

/// What was good about a page: asked from kClearScore on.
enum class Merit { PlainWords, ToThePoint, Found, NextStep };

template <>
struct Choice<Merit> {
    static constexpr std::array<std::string_view, 4> kNames{
        "plain_words", "to_the_point", "found", "next_step"};
};

inline constexpr int kClearScore = 4;

/// What somebody writes to the centre through one of its forms. Private: it lives in office.db and
/// nowhere else. Which parts are there depends on its kind; those that may be empty say so.
struct Message {
    MessageKind kind = MessageKind::Contact;
    std::string sender = {};           ///< Name or nickname; empty but for a question.
    std::string phone = {};            ///< E.164; empty when she wants no call.
    std::string email = {};            ///< Empty when she wants no e-mail.
    std::string preferred_hours = {};  ///< When to call; may be empty.
    std::string subject = {};          ///< Empty but for a question.
    std::string service = {};          ///< Slug of the service that it is about; may be empty.
    std::string text = {};             ///< Empty when only something was ticked.
    std::string page = {};             ///< "/uslugi/bank-czasu/"; empty: the whole site.
    std::optional<int> score = {};     ///< Of the page, from 1 to 5 (all clear); feedback only.
    std::vector<std::string> reasons = {};  ///< Names of OutdatedPart, Blemish or Merit.
    std::string language = "pl";            ///< Of the page that she wrote on (ISO 639-1).

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
