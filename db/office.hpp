#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/submissions.hpp"
#include "model/message.hpp"
#include "model/outgoing_mail.hpp"
#include "model/search_count.hpp"

namespace okienko::db {

/// Who asks, and when: every step of the office is written down with both.
struct Actor {
    std::string name;
    std::chrono::sys_seconds now;
};

/// What the office did with a case, newest last.
struct AuditEntry {
    std::chrono::sys_seconds at{};
    std::string actor;
    std::string action;   ///< "message.close"
    std::string subject;  ///< A case number.
    bool operator==(const AuditEntry&) const = default;
};

/// office.db: what people write to the centre. Private; the file is readable by its owner only.
///
/// Thread-safe: one thread of its own writes, each reader has a connection of its own. What a
/// writing function promises is durable on the disk when it returns. All of them throw
/// DatabaseError when the database cannot be used; then nothing has happened.
class Office {
  public:
    enum class Opening {
        Now,         ///< The constructor throws when it cannot be used.
        WhenWanted,  ///< Whoever writes opens it, again and again until it works.
    };
    /// Opening makes the file when it is missing, and brings it to the newest schema.
    explicit Office(const std::filesystem::path& file, Opening opening = Opening::Now);
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;
    ~Office();

    /// What keeps it from being opened, in words for whoever runs the program. Tries once more.
    [[nodiscard]] std::optional<std::string> trouble() const;

    struct Arrival {
        std::string form_id = {};  ///< Of the form that was filled in.
        std::chrono::sys_seconds at{};
        model::Date purge_on{};
        /// Makes the mail that confirms it. May be empty. Called before anything is written, so a
        /// number, and the mail with it, may come to nothing.
        std::function<model::OutgoingMail(const std::string& case_number)> confirmation = {};
    };
    struct Receipt {
        std::string case_number;
        bool had_before = false;  ///< The form has come before.
    };
    /// Keeps a message. A form that has come before (a second click, a browser that tries again)
    /// gets the number that it got then, and nothing else happens.
    Receipt receive(const model::Message& message, const Arrival& arrival);

    /// The oldest first; of one kind, or of all.
    [[nodiscard]] std::vector<model::ReceivedMessage> messages(
        model::MessageState state, std::optional<model::MessageKind> kind = std::nullopt) const;
    /// Whatever the case of the letters, with or without the hyphen.
    [[nodiscard]] std::optional<model::ReceivedMessage> message(std::string_view case_number) const;
    /// False when there is no such message, or it is closed already.
    bool close_message(const std::string& case_number, const std::string& note, const Actor& actor);

    /// Mails whose moment has come, the oldest first; at most so many. Opens the file first.
    [[nodiscard]] std::vector<model::QueuedMail> due_mails(std::chrono::sys_seconds now,
                                                           std::size_t most) const;
    /// When the next one wants to be tried; nothing when none waits.
    [[nodiscard]] std::optional<std::chrono::sys_seconds> next_mail_moment() const;
    /// Those that nobody tries again.
    [[nodiscard]] std::vector<model::QueuedMail> dead_mails() const;
    /// It is out of the house; nothing of it is kept.
    void forget_mail(const std::string& id);
    /// Keeps what came of a try: `next_try_at`, `tries` and `remark`.
    void put_off_mail(const model::QueuedMail& mail);

    /// Adds to what people looked for.
    void add_search_counts(const std::vector<model::SearchCount>& counts);
    /// What they looked for in these days, both included, the most sought first. What was asked
    /// less than kLeastAsked times is told to nobody: it might be about a single person.
    [[nodiscard]] std::vector<model::SearchTotal> search_totals(model::Date from,
                                                                model::Date to) const;
    static constexpr std::int64_t kLeastAsked = 5;

    struct Purged {
        std::size_t messages = 0;
        std::size_t submissions = 0;
    };
    /// Removes what must be gone by that day, with its mails, and answers how much that was.
    Purged purge(model::Date today, const Actor& actor);

    /// All that is kept of one person: what came with her address or her telephone, and the mails
    /// that wait for her.
    struct PersonFile {
        std::vector<model::ReceivedMessage> messages;
        std::vector<model::Submission> submissions;
        std::vector<model::QueuedMail> mails;
    };
    /// `email` or `phone` may be empty; the case of letters in an address says nothing. It is
    /// written down which cases were given out (art. 15 and 20 of the GDPR).
    PersonFile export_person(const std::string& email,
                             const std::string& phone,
                             const Actor& actor);
    /// Removes all of it (art. 17), and answers what it was.
    PersonFile erase_person(const std::string& email, const std::string& phone, const Actor& actor);

    [[nodiscard]] std::vector<AuditEntry> audit() const;

    /// What institutions send. Lives as long as this.
    [[nodiscard]] Submissions& submissions() { return submissions_; }

  private:
    std::unique_ptr<OfficeFile> file_;
    Submissions submissions_;
};

}  // namespace okienko::db
