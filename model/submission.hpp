#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"
#include "model/date.hpp"

/// What an institution sends to have its services in the catalogue, and the way it goes.
namespace okienko::model {

enum class SubmissionKind {
    New,     ///< An institution that the catalogue may not know yet, and its services.
    Change,  ///< Of what is published; without a difference it says that all is still true.
};

enum class SubmissionState {
    Draft,            ///< Somebody is still writing it.
    Unverified,       ///< Sent; whether the e-mail address is hers is not known yet.
    Sent,             ///< Waits for the office.
    InReview,         ///< Somebody in the office reads it.
    NeedsCorrection,  ///< The office has remarks; the institution writes again.
    Published,
    Declined,
    Withdrawn,
};

/// What moves a submission on.
enum class SubmissionAction {
    Send,         ///< By the institution, whose address is known to be hers.
    SendUnknown,  ///< By somebody whose address is not known to be hers.
    Verify,       ///< The link in the mail was used.
    Reopen,       ///< The institution wants to change what it has sent.
    Withdraw,
    Review,  ///< From here on it is the office's doing.
    Correct,
    Accept,
    Decline,
};

template <>
struct Choice<SubmissionKind> {
    static constexpr std::array<std::string_view, 2> kNames{"new", "change"};
};
template <>
struct Choice<SubmissionState> {
    static constexpr std::array<std::string_view, 8> kNames{"draft",
                                                            "unverified",
                                                            "sent",
                                                            "in_review",
                                                            "needs_correction",
                                                            "published",
                                                            "declined",
                                                            "withdrawn"};
};
template <>
struct Choice<SubmissionAction> {
    static constexpr std::array<std::string_view, 9> kNames{"send",
                                                            "send_unknown",
                                                            "verify",
                                                            "reopen",
                                                            "withdraw",
                                                            "review",
                                                            "correct",
                                                            "accept",
                                                            "decline"};
};

/// Where an action leads, or nothing when it cannot be taken in that state.
std::optional<SubmissionState> next_state(SubmissionState state, SubmissionAction action);

/// Whether the institution may write in it now.
bool can_be_written(SubmissionState state);

/// What the office says about one field.
struct Remark {
    std::string field;  ///< "usluga-1.fees.2.amount", counted from 1; empty: about all of it.
    std::string text;
    bool operator==(const Remark&) const = default;
};

/// Private: it lives in office.db and nowhere else until it is accepted.
struct Submission {
    std::string case_number;  ///< "7F3-Q2M"
    SubmissionKind kind = SubmissionKind::New;
    SubmissionState state = SubmissionState::Draft;
    std::string email;  ///< Whoever can read its mail speaks for the institution.
    bool email_verified = false;
    std::string language = "pl";
    std::string provider;  ///< Slug of a card in catalogue.db; empty while there is none.
    std::string cards;     ///< JSON: what was typed, not checked (server/submission/dossier.hpp).
    std::vector<Remark> remarks;
    std::string reason;  ///< Why it was declined.
    std::chrono::sys_seconds created_at{};
    std::chrono::sys_seconds changed_at{};
    std::optional<std::chrono::sys_seconds> sent_at;
    Date purge_on{};  ///< The first day on which it must be gone.
    bool operator==(const Submission&) const = default;
};

/// Its cards as they were sent: the first time, and after each correction.
struct SubmissionVersion {
    int number = 1;
    std::chrono::sys_seconds sent_at{};
    std::string cards;
    bool operator==(const SubmissionVersion&) const = default;
};

}  // namespace okienko::model
