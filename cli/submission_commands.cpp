#include <iostream>

#include "cli/build_report.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/dead_mails.hpp"
#include "cli/detached.hpp"
#include "cli/office_clerk.hpp"
#include "cli/problem_text.hpp"
#include "db/office.hpp"
#include "generator/live_site.hpp"
#include "server/submission/spoken_value.hpp"
#include "server/submission/step_rows.hpp"
#include "server/submission/submission_office.hpp"

namespace okienko::cli {
namespace {

using model::SubmissionState;
using server::SubmissionOffice;
using Outcome = SubmissionOffice::Outcome;

/// A clerk at work on submissions: the office, and the site whose words name the fields.
class Desk {
  public:
    Desk(const generator::Instance& instance, const generator::LiveSite& live)
        : instance_(instance),
          live_(live),
          office_(instance.office()),
          submissions_(instance, live, office_),
          words_(live.site().words_in(language::Language::Polish)) {}

    ExitCode run(const SubmissionsCommand& command) {
        switch (command.task) {
            case SubmissionsCommand::Task::Show:
                return show(command.case_number);
            case SubmissionsCommand::Task::Correct:
                return correct(command);
            case SubmissionsCommand::Task::Accept:
                return accept(command.case_number);
            case SubmissionsCommand::Task::Decline:
                return report(submissions_.decline(command.case_number, command.reason, clerk()),
                              command.case_number,
                              "nie jest przyjęte. Instytucja dostanie wiadomość z powodem.");
            case SubmissionsCommand::Task::List:
                break;
        }
        return list(command.all);
    }

  private:
    [[nodiscard]] const std::string& zone() const { return live_.site().settings().site.time_zone; }

    [[nodiscard]] std::string state_name(SubmissionState state) const {
        return words_["submission_state." + std::string{model::name(state)}];
    }

    ExitCode list(bool all) const {
        std::vector<SubmissionState> states{SubmissionState::Sent, SubmissionState::InReview};
        if (all) {
            states = {SubmissionState::Draft,
                      SubmissionState::Unverified,
                      SubmissionState::Sent,
                      SubmissionState::InReview,
                      SubmissionState::NeedsCorrection,
                      SubmissionState::Published,
                      SubmissionState::Declined,
                      SubmissionState::Withdrawn};
        }
        auto found = office_.submissions().in_states(states);
        for (const auto& each : found) {
            auto dossier = server::dossier_from_json(each.cards);
            std::cout << each.case_number << "  " << moment_text(each.changed_at, zone()) << "  "
                      << state_name(each.state) << "  " << dossier.provider.text("name") << "\n";
            for (const auto& service : dossier.services) {
                std::cout << "         " << service.text("name") << "\n";
            }
        }
        if (found.empty()) {
            std::cout << (all ? "Nie ma żadnych zgłoszeń.\n" : "Żadne zgłoszenie nie czeka.\n");
        } else {
            std::cout << counted(found.size(), kSubmissions) << ".\n";
        }
        print_dead_mails(std::cout, office_);
        return ExitCode::Ok;
    }

    ExitCode show(const std::string& case_number) {
        auto opened = submissions_.open(case_number);
        if (!opened) return no_such_case(case_number);
        // From now on the institution sees that somebody reads it.
        if (submissions_.review(case_number, clerk()) == Outcome::Done) {
            opened->submission.state = SubmissionState::InReview;
        }
        print(*opened);
        return ExitCode::Ok;
    }

    void print(const SubmissionOffice::Opened& opened) const {
        const auto& submission = opened.submission;
        std::cout << "Zgłoszenie:  " << submission.case_number << " ("
                  << (submission.kind == model::SubmissionKind::New ? "nowe" : "zmiana danych")
                  << ")\nStan:        " << state_name(submission.state)
                  << "\nOd:          " << submission.email
                  << (submission.email_verified ? " (adres potwierdzony)\n"
                                                : " (adres niepotwierdzony)\n");
        if (submission.sent_at) {
            std::cout << "Wysłane:     " << moment_text(*submission.sent_at, zone()) << ", wersja "
                      << opened.versions.size() << "\n";
        }
        if (!submission.reason.empty()) std::cout << "Powód:       " << submission.reason << "\n";
        for (const auto& remark : submission.remarks) {
            std::cout << "Uwaga:       " << (remark.field.empty() ? "" : remark.field + ": ")
                      << remark.text << "\n";
        }
        for (const auto& each : opened.duplicates) {
            std::cout << "Może to samo: " << server::name_of(each.card) << " i " << each.name
                      << " (" << each.slug << ")\n";
        }
        print_differences(opened);
        for (const auto& [card, fault] : opened.faults) {
            std::cout << "Do poprawienia: " << server::name_of(card) << "." << fault.path << ": "
                      << server::fault_text(fault, words_) << "\n";
        }
    }

    void print_differences(const SubmissionOffice::Opened& opened) const {
        if (opened.differences.empty()) {
            std::cout << "\nNic się nie zmienia: instytucja potwierdza, że dane są aktualne.\n";
            return;
        }
        std::optional<server::CardRef> last;
        server::FieldOptions options{live_, opened.dossier, language::Language::Polish};
        for (const auto& each : opened.differences) {
            auto spoken = [&](const std::string& text) {
                const auto& card = *opened.dossier.card(each.card);
                return server::spoken_value(card, each.card.kind, each.path, text, options, words_);
            };
            if (last != each.card) std::cout << "\n" << server::name_of(each.card) << "\n";
            last = each.card;
            std::cout << "  " << server::field_label(each.card.kind, each.path, words_) << "  ["
                      << server::name_of(each.card) << "." << each.path << "]\n";
            print_lines("- ", spoken(each.before));
            print_lines("+ ", spoken(each.after));
        }
    }

    static void print_lines(std::string_view mark, std::string_view text) {
        while (!text.empty()) {
            auto line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
            std::cout << "    " << mark << line << "\n";
        }
    }

    ExitCode correct(const SubmissionsCommand& command) {
        std::vector<model::Remark> remarks;
        for (const auto& each : command.remarks) remarks.push_back(remark_of(each));
        for (const auto& each : remarks) {
            auto dot = each.field.find('.');
            auto card = server::card_from_name(each.field.substr(0, dot));
            bool whole = !card || dot == std::string::npos;
            if (whole ||
                !server::field_label(card->kind, each.field.substr(dot + 1), words_).empty()) {
                continue;
            }
            std::cerr << "okienko: nie ma pola „" << each.field
                      << "”. Nazwy pól pokazuje: okienko submissions show " << command.case_number
                      << "\n";
            return ExitCode::Problems;
        }
        return report(submissions_.correct(command.case_number, remarks, clerk()),
                      command.case_number,
                      "wraca do poprawienia. Instytucja dostanie wiadomość z uwagami.");
    }

    /// "usluga-1.fees.1.amount=Za dużo?" is about a field, a text without a field about all of it.
    static model::Remark remark_of(const std::string& typed) {
        auto equals = typed.find('=');
        auto field = typed.substr(0, equals);
        bool about_field = equals != std::string::npos &&
                           server::card_from_name(field.substr(0, field.find('.'))).has_value();
        return about_field ? model::Remark{field, typed.substr(equals + 1)}
                           : model::Remark{{}, typed};
    }

    ExitCode accept(const std::string& case_number) {
        auto accepted = submissions_.accept(case_number, clerk());
        if (!accepted.problems.empty()) {
            print_problems(std::cerr, accepted.problems);
            std::cerr << "\n"
                      << counted(accepted.problems.size(), kProblems)
                      << ". Zgłoszenie czeka dalej, strona działa jak dotąd.\n";
            return ExitCode::Problems;
        }
        auto code = report(accepted.outcome,
                           case_number,
                           "jest opublikowane. Instytucja dostanie wiadomość z adresami:");
        if (code != ExitCode::Ok) return code;
        for (const auto& address : accepted.addresses) std::cout << "  " << address << "\n";
        if (accepted.build->published) {
            start_detached({"tidy",
                            "--keep",
                            std::to_string(accepted.build->keep_releases),
                            "--instance",
                            instance_.root.string()});
        }
        return ExitCode::Ok;
    }

    ExitCode report(Outcome outcome, const std::string& case_number, std::string_view done) const {
        if (outcome == Outcome::NoSuchCase) return no_such_case(case_number);
        auto submission = office_.submissions().by_case(case_number);
        if (outcome == Outcome::NotNow) {
            std::cerr << "okienko: tego nie da się teraz zrobić, bo zgłoszenie "
                      << submission->case_number << " jest w stanie „"
                      << state_name(submission->state) << "”.\n";
            return ExitCode::Problems;
        }
        std::cout << "Zgłoszenie " << submission->case_number << " " << done << "\n";
        return ExitCode::Ok;
    }

    static ExitCode no_such_case(const std::string& case_number) {
        std::cerr << "okienko: nie ma zgłoszenia „" << case_number
                  << "”. Lista: okienko submissions list\n";
        return ExitCode::Problems;
    }

    const generator::Instance& instance_;
    const generator::LiveSite& live_;
    mutable db::Office office_;
    SubmissionOffice submissions_;
    const generator::Words& words_;
};

}  // namespace

ExitCode run_submissions(const SubmissionsCommand& command, const generator::Instance& instance) {
    auto live = generator::LiveSite::load(instance, build_clock());
    if (!live.ok()) {
        print_problems(std::cerr, live.problems());
        return ExitCode::Problems;
    }
    return Desk{instance, *live.value()}.run(command);
}

}  // namespace okienko::cli
