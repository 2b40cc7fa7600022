#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/office.hpp"
#include "generator/build.hpp"
#include "generator/live_site.hpp"
#include "model/submission.hpp"
#include "server/submission/differences.hpp"
#include "server/submission/likely_duplicates.hpp"
#include "server/submission/submitted_cards.hpp"

namespace okienko::server {

/// What the office does with submissions, whoever asks for it: the command line or a panel. Every
/// step is audited and writes to the institution.
class SubmissionOffice {
  public:
    /// Refers to all of them. `live` is the site as its sources stand.
    SubmissionOffice(const generator::Instance& instance,
                     const generator::LiveSite& live,
                     db::Office& office)
        : instance_(instance), live_(live), office_(office) {}

    /// A submission beside what is published.
    struct Opened {
        model::Submission submission;
        Dossier dossier;
        std::vector<Difference> differences;
        std::vector<DossierFault> faults;
        /// Names of published services that one of its services may be.
        struct Duplicate {
            CardRef card;
            std::string slug;
            std::string name;
        };
        std::vector<Duplicate> duplicates;
        std::vector<model::SubmissionVersion> versions;
    };
    [[nodiscard]] std::optional<Opened> open(std::string_view case_number) const;

    /// What became of a step. `NotNow`: the submission's state does not allow it.
    enum class Outcome { Done, NoSuchCase, NotNow };

    /// The institution sees from now on that it is being read.
    Outcome review(const std::string& case_number, const db::Actor& actor);
    /// Asks for corrections. `remarks` is not empty.
    Outcome correct(const std::string& case_number,
                    const std::vector<model::Remark>& remarks,
                    const db::Actor& actor);
    Outcome decline(const std::string& case_number,
                    const std::string& reason,
                    const db::Actor& actor);

    struct Acceptance {
        Outcome outcome = Outcome::Done;
        /// What keeps the cards out of the catalogue, or the site from being built. Then the
        /// submission stays as it was, and accepting it again repeats harmlessly.
        model::Problems problems = {};
        std::vector<std::string> addresses = {};  ///< Of the services that are public now.
        std::optional<generator::BuildReport> build = {};
    };
    /// Writes the cards into the catalogue, builds and publishes, then tells the institution. A
    /// crash on the way leaves a submission that can be accepted again: its cards keep their ids.
    Acceptance accept(const std::string& case_number, const db::Actor& actor);

  private:
    [[nodiscard]] const generator::Words& words() const;
    Outcome take(const std::string& case_number, db::Submissions::Step step);

    const generator::Instance& instance_;
    const generator::LiveSite& live_;
    db::Office& office_;
};

}  // namespace okienko::server
