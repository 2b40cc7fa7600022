#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/outgoing_mail.hpp"
#include "model/submission.hpp"

namespace okienko::db {

class OfficeFile;

/// How a private link reached the institution: one that came by mail proves that the address is
/// hers.
enum class LinkWay { Browser, Mail };

/// A private link as it is stored: never the token itself.
struct SubmissionLink {
    std::string hash;
    LinkWay way = LinkWay::Browser;
};

/// A mail about a submission, and the link in it (none: an empty hash).
struct SubmissionMail {
    std::string link_hash = {};
    /// Called within the transaction, so it must be quick.
    std::function<model::OutgoingMail(const model::Submission&)> write = {};
};

/// The submissions in office.db. Thread-safe; a writing function's work is durable when it returns.
/// All of them throw DatabaseError when the database cannot be used; then nothing has happened.
class Submissions {
  public:
    explicit Submissions(OfficeFile& file) : file_(file) {}

    struct Beginning {
        std::string form_id;  ///< Of the form that was filled in.
        model::SubmissionKind kind = model::SubmissionKind::New;
        std::string email;
        std::string language = "pl";
        std::string provider = {};
        std::string cards;
        std::chrono::sys_seconds at{};
        model::Date purge_on{};
        std::vector<SubmissionLink> links = {};
        std::optional<SubmissionMail> mail = {};
    };
    /// Answers with its case number. A form that has come before gets the number that it got then,
    /// its new links lead there too, and no second mail is written.
    std::string begin(const Beginning& beginning);

    struct Found {
        model::Submission submission;
        LinkWay way = LinkWay::Browser;
    };
    [[nodiscard]] std::optional<Found> by_link(const std::string& hash) const;

    /// Whatever the case of the letters, with or without the hyphen.
    [[nodiscard]] std::optional<model::Submission> by_case(std::string_view case_number) const;

    /// Those in any of these states; the one that changed first comes first.
    [[nodiscard]] std::vector<model::Submission> in_states(
        const std::vector<model::SubmissionState>& states) const;

    /// The newest draft of a change by this address, so that asking twice begins no second one.
    [[nodiscard]] std::optional<model::Submission> open_change(const std::string& email,
                                                               std::string_view provider) const;

    /// Whether this address has published something for the provider.
    [[nodiscard]] bool spoke_for(const std::string& email, std::string_view provider) const;

    [[nodiscard]] std::vector<model::SubmissionVersion> versions(
        const std::string& case_number) const;

    /// Puts what `change` makes of the cards in their place. Two windows at once lose nothing of
    /// each other, because it is given the newest. False when the submission cannot be written in
    /// now, or is gone.
    bool write_cards(const std::string& case_number,
                     const std::function<std::string(const std::string& cards)>& change,
                     std::chrono::sys_seconds at,
                     model::Date purge_on);

    struct Step {
        model::SubmissionAction action{};
        std::chrono::sys_seconds at{};
        model::Date purge_on{};
        std::vector<model::Remark> remarks = {};  ///< Of a correction.
        std::string reason = {};                  ///< Of a decline.
        std::string provider = {};                ///< Of an acceptance: its slug in the catalogue.
        std::string actor = {};  ///< Who, when it is the office: it is written down.
        std::optional<SubmissionMail> mail = {};
    };
    /// Moves it on, or answers with nothing when that is not possible in its state. What is sent is
    /// kept as a version.
    std::optional<model::SubmissionState> take(const std::string& case_number, const Step& step);

    /// A new link, and the mail that brings it.
    void send_link(const std::string& case_number,
                   std::chrono::sys_seconds at,
                   const SubmissionMail& mail);

  private:
    OfficeFile& file_;
};

}  // namespace okienko::db
