#include "server/submission/submission_office.hpp"

#include <algorithm>
#include <thread>

#include "db/catalogue_store.hpp"
#include "db/catalogue_update.hpp"
#include "model/catalogue_check.hpp"
#include "server/submission/private_link.hpp"
#include "server/submission/retention.hpp"
#include "server/submission/step_rows.hpp"
#include "server/submission/submission_mail.hpp"

namespace okienko::server {
namespace {

using model::SubmissionAction;

/// A letter with a new private link.
db::SubmissionMail letter(const generator::LiveSite& live, Letter which) {
    auto token = new_link_token();
    return {link_hash(token), [&live, which, token](const model::Submission& submission) {
                return submission_mail(live, submission, which, {private_link(live, token)});
            }};
}

void write_cards(const std::filesystem::path& catalogue, const SubmittedCards& cards) {
    db::CardList list;
    for (const auto& place : cards.places) list.places.push_back(&place);
    list.providers.push_back(&cards.provider);
    for (const auto& service : cards.services) list.services.push_back(&service);
    db::CatalogueUpdate update{catalogue};
    update.put(list);
    update.commit();
}

/// What the cards themselves bring, not what was wrong before.
model::Problems new_problems(const model::Catalogue& before, const model::Catalogue& after) {
    auto old = model::check_catalogue(before);
    auto problems = model::check_catalogue(after);
    std::erase_if(problems,
                  [&](const model::Problem& each) { return std::ranges::count(old, each) > 0; });
    return problems;
}

model::Problems as_problems(const std::vector<DossierFault>& faults,
                            const generator::Words& words) {
    model::Problems problems;
    for (const auto& [card, fault] : faults) {
        problems.push_back(
            {model::RecordPosition{std::string{word_of(card.kind)}, name_of(card), fault.path},
             fault_text(fault, words),
             "poproś o poprawkę: okienko submissions correct"});
    }
    return problems;
}

}  // namespace

std::optional<SubmissionOffice::Opened> SubmissionOffice::open(std::string_view case_number) const {
    auto submission = office_.submissions().by_case(case_number);
    if (!submission) return std::nullopt;
    Opened opened{.submission = std::move(*submission),
                  .dossier = {},
                  .differences = {},
                  .faults = {},
                  .duplicates = {},
                  .versions = {}};
    auto catalogue = db::read_catalogue(instance_.catalogue());
    opened.dossier = dossier_from_json(opened.submission.cards);
    opened.differences = differences(published_dossier(opened.dossier, catalogue), opened.dossier);
    auto read = read_dossier(
        opened.dossier, catalogue, words(), day_at(live_, opened.submission.changed_at));
    if (!read.ok()) opened.faults = read.problems();
    for (const auto& each : likely_duplicates(opened.dossier, catalogue)) {
        for (const auto* service : each.published) {
            opened.duplicates.push_back({each.card, service->slug, service->name});
        }
    }
    opened.versions = office_.submissions().versions(opened.submission.case_number);
    return opened;
}

SubmissionOffice::Outcome SubmissionOffice::review(const std::string& case_number,
                                                   const db::Actor& actor) {
    return take(case_number,
                {.action = SubmissionAction::Review, .at = actor.now, .actor = actor.name});
}

SubmissionOffice::Outcome SubmissionOffice::correct(const std::string& case_number,
                                                    const std::vector<model::Remark>& remarks,
                                                    const db::Actor& actor) {
    return take(case_number,
                {.action = SubmissionAction::Correct,
                 .at = actor.now,
                 .remarks = remarks,
                 .actor = actor.name,
                 .mail = letter(live_, Letter::Correct)});
}

SubmissionOffice::Outcome SubmissionOffice::decline(const std::string& case_number,
                                                    const std::string& reason,
                                                    const db::Actor& actor) {
    return take(case_number,
                {.action = SubmissionAction::Decline,
                 .at = actor.now,
                 .reason = reason,
                 .actor = actor.name,
                 .mail = letter(live_, Letter::Declined)});
}

SubmissionOffice::Acceptance SubmissionOffice::accept(const std::string& case_number,
                                                      const db::Actor& actor) {
    auto submission = office_.submissions().by_case(case_number);
    if (!submission) return {.outcome = Outcome::NoSuchCase};
    if (!model::next_state(submission->state, SubmissionAction::Accept)) {
        return {.outcome = Outcome::NotNow};
    }
    auto catalogue = db::read_catalogue(instance_.catalogue());
    auto read = read_dossier(
        dossier_from_json(submission->cards), catalogue, words(), day_at(live_, actor.now));
    if (!read.ok()) {
        return {.problems = as_problems(read.problems(), words())};
    }
    const auto& cards = read.value();
    auto problems = new_problems(catalogue, with_cards(catalogue, cards));
    if (!problems.empty()) return {.problems = std::move(problems)};
    write_cards(instance_.catalogue(), cards);

    auto built = generator::build({.instance = instance_,
                                   .now = actor.now,
                                   .threads = std::max(1U, std::thread::hardware_concurrency())});
    if (!built.ok()) return {.problems = built.problems()};

    Acceptance acceptance{.build = std::move(built).value()};
    const auto& url = live_.site().settings().site.url;
    for (const auto& service : cards.services) {
        acceptance.addresses.push_back(url + generator::service_address(service.slug));
    }
    acceptance.outcome = take(
        case_number,
        {.action = SubmissionAction::Accept,
         .at = actor.now,
         .provider = cards.provider.slug,
         .actor = actor.name,
         .mail = db::SubmissionMail{
             {}, [&](const model::Submission& published) {
                 return submission_mail(live_, published, Letter::Published, acceptance.addresses);
             }}});
    return acceptance;
}

const generator::Words& SubmissionOffice::words() const {
    return live_.site().words_in(language::Language::Polish);
}

SubmissionOffice::Outcome SubmissionOffice::take(const std::string& case_number,
                                                 db::Submissions::Step step) {
    if (!office_.submissions().by_case(case_number)) return Outcome::NoSuchCase;
    step.purge_on = purge_day(live_, model::SubmissionState::Sent, step.at);
    return office_.submissions().take(case_number, step) ? Outcome::Done : Outcome::NotNow;
}

}  // namespace okienko::server
