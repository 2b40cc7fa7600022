#include "server/submission/submission_desk.hpp"

#include <algorithm>

#include "server/forms/field_checks.hpp"
#include "server/same_origin.hpp"
#include "server/submission/card_step.hpp"
#include "server/submission/differences.hpp"
#include "server/submission/new_cards.hpp"
#include "server/submission/private_link.hpp"
#include "server/submission/retention.hpp"
#include "server/submission/submission_mail.hpp"

namespace okienko::server {
namespace {

using generator::LiveSite;
using language::Language;
using model::SubmissionAction;
using model::SubmissionState;

constexpr std::size_t kMostCards = 20;

/// The address of a private page must not travel to other sites in the Referer field.
Response to_nobody(Response response) {
    response.headers.push_back({"Referrer-Policy", "same-origin"});
    return response;
}

/// "dodaj:fees" → "fees" for "dodaj:".
std::optional<std::string_view> after(std::string_view text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return std::nullopt;
    return text.substr(prefix.size());
}

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        auto part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        if (!part.empty()) parts.push_back(part);
    }
    return parts;
}

/// Whether a member was to be added or removed.
bool is_about_groups(std::string_view action) {
    return after(action, "dodaj:") || after(action, "usun:");
}

/// Whoever wants to go on another day may leave a step with everything but a PESEL.
bool can_wait(const CellFault& fault) {
    return fault.word != "pesel";
}

/// Adds a card, or takes one out. Answers where to go on from the desk: "/usluga-2/nazwa".
std::string change_cards(Dossier& dossier, std::string_view action) {
    if (auto name = after(action, "usun:")) {
        auto card = card_from_name(*name);
        bool there = card && card->kind != CardKind::Provider && dossier.card(*card);
        if (there) remove_card(dossier, *card);
        return {};
    }
    if (dossier.cards().size() >= kMostCards) return {};
    if (action == "dodaj-usluge") {
        dossier.services.push_back(new_service());
        return "/usluga-" + std::to_string(dossier.services.size()) + "/nazwa";
    }
    if (action == "dodaj-miejsce") {
        dossier.places.push_back(new_card());
        return "/miejsce-" + std::to_string(dossier.places.size()) + "/miejsce";
    }
    return {};
}

}  // namespace

/// A private page that somebody opens or sends: which submission, and which part of it.
struct SubmissionDesk::Visit {
    LiveSitePtr live;
    std::string token;
    model::Submission submission;
    db::LinkWay way = db::LinkWay::Browser;
    Dossier dossier;
    std::optional<CardRef> card;
    const FormStep* step = nullptr;
    bool preview = false;
    bool pesel_meant = false;

    /// Another window has removed it since.
    [[nodiscard]] bool card_is_gone() const { return card && !dossier.card(*card); }
    [[nodiscard]] Language language() const {
        return language::language_from_code(submission.language).value_or(Language::Polish);
    }
    [[nodiscard]] bool is_whole() const { return !card || step || preview; }
};

SubmissionDesk::SubmissionDesk(Parts parts)
    : parts_(std::move(parts)), submissions_(parts_.office.submissions()) {}

std::vector<Route> SubmissionDesk::routes() {
    auto below = std::string{kSubmissionAddress} + "/*";
    return {{"GET", below, [this](const Request& request) { return show(request); }},
            {"POST", below, [this](const Request& request) { return take(request); }}};
}

/// What the address alone says of a visit.
std::optional<SubmissionDesk::Visit> SubmissionDesk::visit_unread(const Request& request) const {
    auto parts = parts_of(std::string_view{request.path}.substr(kSubmissionAddress.size()));
    if (parts.empty() || parts.size() > 3 || !is_link_token(parts[0])) return std::nullopt;
    Visit visit{.live = parts_.live.get(),
                .token = std::string{parts[0]},
                .submission = {},
                .dossier = {},
                .card = {}};
    if (parts.size() == 1) return visit;
    visit.card = card_from_name(parts[1]);
    if (!visit.card || parts.size() < 3) return std::nullopt;
    visit.preview = parts[2] == "podglad" && visit.card->kind == CardKind::Service;
    visit.step = step_named(visit.card->kind, parts[2]);
    return visit.is_whole() ? std::optional{std::move(visit)} : std::nullopt;
}

std::optional<SubmissionDesk::Visit> SubmissionDesk::visit(const Request& request) const {
    auto visit = visit_unread(request);
    if (!visit) return std::nullopt;
    auto found = submissions_.by_link(link_hash(visit->token));
    if (!found) return std::nullopt;
    visit->submission = std::move(found->submission);
    visit->way = found->way;
    visit->dossier = dossier_from_json(visit->submission.cards);
    return visit;
}

Response SubmissionDesk::unknown_link() const {
    return private_page(404, unknown_link_page(*parts_.live.get(), Language::Polish));
}

/// Whatever becomes of it, the address of the page is told to nobody.
template <class Answer>
Response SubmissionDesk::opened(const Request& request, Answer answer) const {
    std::optional<Visit> found;
    try {
        found = visit(request);
    } catch (const std::exception& failure) {
        parts_.gate.log(failure_line(parts_.gate.now(), "OFFICE", failure.what()));
        return to_nobody(unreadable(request));
    }
    return to_nobody(found ? answer(*found) : unknown_link());
}

/// The submission cannot be read: nobody knows its language, but a step that was sent comes back
/// with what was typed into it.
Response SubmissionDesk::unreadable(const Request& request) const {
    auto visit = visit_unread(request);
    bool typed = request.method == "POST" && visit && visit->step;
    if (typed) return typed_again(request, *visit, 503, "form.cannot_store");
    return private_page(503, unreadable_page(*parts_.live.get(), Language::Polish));
}

/// A step of a card that is not in the dossier, with what was typed into it.
Response SubmissionDesk::typed_again(const Request& request,
                                     Visit& visit,
                                     int status,
                                     Notice notice) const {
    auto posted = FormFields::read(request.body, kMostStepInputs);
    if (!posted) return bare_response(400);
    if (visit.card->index >= kMostCards) return unknown_link();
    auto& dossier = visit.dossier;
    if (visit.card->kind == CardKind::Place) dossier.places.resize(visit.card->index + 1);
    if (visit.card->kind == CardKind::Service) dossier.services.resize(visit.card->index + 1);
    auto& cells = *dossier.card(*visit.card);
    cells = model::Node{model::Node::Table{}};
    set_cell(cells, "id", posted->line(submission_field::kCard));
    write_step(dossier, visit, *posted);
    return step(visit, status, {}, notice);
}

Response SubmissionDesk::show(const Request& request) {
    return opened(request, [&](const Visit& visit) {
        if (visit.card_is_gone()) return see_other(submission_address(visit.token));
        if (visit.preview) return show_preview(visit);
        if (visit.step) return show_step(request, visit);
        return desk(visit, 200, {}, false);
    });
}

Response SubmissionDesk::take(const Request& request) {
    return opened(request, [&](Visit& visit) {
        if (visit.preview) return unknown_link();
        if (visit.card_is_gone()) return typed_again(request, visit, 409, "submission.closed");
        if (visit.step) return take_step(request, visit);
        return take_action(request, visit);
    });
}

/// Cards are published in Polish, whatever the language of the form.
model::Checked<SubmittedCards, DossierFault> SubmissionDesk::read_on(const LiveSite& live,
                                                                     const Dossier& dossier) const {
    return read_dossier(
        dossier, live.catalogue(), live.site().words_in(Language::Polish), day_at(live, now()));
}

Response SubmissionDesk::desk(const Visit& visit, int status, Notice notice, bool tried) const {
    const auto& catalogue = visit.live->catalogue();
    auto read = read_on(*visit.live, visit.dossier);
    DeskPage page{.token = visit.token,
                  .submission = visit.submission,
                  .dossier = visit.dossier,
                  .faults = read.ok() ? std::vector<DossierFault>{} : read.problems(),
                  .duplicates = likely_duplicates(visit.dossier, catalogue),
                  .by_mail = visit.way == db::LinkWay::Mail,
                  .tried = tried,
                  .notice = notice};
    page.unchanged =
        visit.submission.kind == model::SubmissionKind::Change &&
        differences(published_dossier(visit.dossier, catalogue), visit.dossier).empty();
    return private_page(status, desk_page(*visit.live, page));
}

Response SubmissionDesk::show_step(const Request& request, const Visit& visit) const {
    if (!model::can_be_written(visit.submission.state)) {
        return see_other(submission_address(visit.token));
    }
    bool checked = query_value(request, "sprawdz") == "1";
    return step(visit, 200, checked ? faults_with_rules(visit) : std::vector<CellFault>{}, {});
}

Response SubmissionDesk::step(const Visit& visit,
                              int status,
                              std::vector<CellFault> faults,
                              Notice notice) {
    return private_page(
        status,
        step_page(*visit.live,
                  {.token = visit.token,
                   .language = visit.language(),
                   .card = *visit.card,
                   .step = *visit.step,
                   .dossier = visit.dossier,
                   .beside = {std::move(faults), remarks_of(visit.submission, *visit.card)},
                   .pesel_meant = visit.pesel_meant,
                   .notice = notice}));
}

std::vector<CellFault> SubmissionDesk::faults_in(const Visit& visit) {
    const auto& cells = *visit.dossier.card(*visit.card);
    auto fields = asked_fields(visit.card->kind, *visit.step);
    auto faults = check_cells(cells, fields);
    if (visit.pesel_meant) return faults;
    auto pesels = pesels_in(cells, fields);
    faults.insert(faults.end(), pesels.begin(), pesels.end());
    return faults;
}

/// Those that the whole card shows, once nothing is wrong with its fields one by one.
std::vector<CellFault> SubmissionDesk::faults_with_rules(const Visit& visit) const {
    auto read = read_on(*visit.live, visit.dossier);
    std::vector<CellFault> faults;
    if (read.ok()) return faults;
    for (const auto& [card, fault] : read.problems()) {
        bool here = card == *visit.card && &step_of_path(card.kind, fault.path) == visit.step;
        if (here) faults.push_back(fault);
    }
    return faults;
}

/// Only this service, with its provider and places: what is missing elsewhere keeps nobody from
/// looking at it.
Response SubmissionDesk::show_preview(const Visit& visit) const {
    Dossier shown = visit.dossier;
    shown.services = {*visit.dossier.card(*visit.card)};
    auto read = read_on(*visit.live, shown);
    if (!read.ok()) return desk(visit, 422, {}, true);
    const auto& cards = read.value();
    auto site = parts_.preview(
        [&](model::Catalogue& catalogue) { catalogue = with_cards(std::move(catalogue), cards); });
    auto address = generator::service_address(cards.services.front().slug);
    auto html = site.ok() ? site.value()->draw_preview(address, submission_address(visit.token))
                          : std::nullopt;
    if (!html) return desk(visit, 503, "submission.no_preview", false);
    return private_page(200, std::move(*html));
}

/// What `act` does is durable when it returns; what keeps it from that is told, and nothing typed
/// is lost.
template <class Act>
Response SubmissionDesk::kept(const Visit& visit, Act act) const {
    try {
        return act();
    } catch (const std::exception& failure) {
        parts_.gate.log(failure_line(parts_.gate.now(), "OFFICE", failure.what()));
    }
    return visit.step ? step(visit, 503, {}, "form.cannot_store")
                      : desk(visit, 503, "form.cannot_store", false);
}

/// Writes what was sent into the card of a dossier. Answers whether a member of a group came or
/// went.
bool SubmissionDesk::write_step(Dossier& dossier, const Visit& visit, const FormFields& posted) {
    auto fields = asked_fields(visit.card->kind, *visit.step);
    auto action = posted.line(submission_field::kAction);
    auto& cells = *dossier.card(*visit.card);
    FieldOptions options{*visit.live, dossier, visit.language()};
    take_posted(cells, fields, word_of(visit.card->kind), posted, options);
    if (auto path = after(action, "dodaj:")) return add_member(cells, fields, *path);
    if (auto path = after(action, "usun:")) return remove_member(cells, fields, *path);
    return false;
}

/// The step after this one, or the desk after the last.
std::string SubmissionDesk::next_address(const Visit& visit) {
    auto steps = steps_of(visit.card->kind);
    const auto* next = visit.step + 1;
    auto desk_address = submission_address(visit.token);
    if (next == steps.data() + steps.size()) return desk_address;
    return desk_address + "/" + name_of(*visit.card) + "/" + std::string{next->name};
}

/// Where somebody is after a step was kept: at the member that came or went, at what is wrong, or
/// further on.
Response SubmissionDesk::gone_on(const Request& request,
                                 const Visit& visit,
                                 const std::string& action,
                                 bool changed_groups) const {
    // Back to where the member came or went, or could not come.
    if (changed_groups) {
        return see_other(request.path + "#" + action.substr(action.find(':') + 1));
    }
    if (is_about_groups(action)) return see_other(request.path);
    auto faults = faults_in(visit);
    if (faults.empty() && action != "zapisz") faults = faults_with_rules(visit);
    if (action == "zapisz") std::erase_if(faults, can_wait);
    if (faults.empty() && action == "zapisz") {
        return see_other(submission_address(visit.token));
    }
    if (!faults.empty()) return step(visit, 422, std::move(faults), {});
    return see_other(next_address(visit));
}

Response SubmissionDesk::take_step(const Request& request, Visit& visit) {
    auto posted = FormFields::read(request.body, kMostStepInputs);
    if (!posted) return bare_response(400);
    visit.pesel_meant = means_pesel(*posted);
    // So that whatever happens, it is shown again.
    bool changed_groups = write_step(visit.dossier, visit, *posted);
    if (!comes_from_own_page(request)) return step(visit, 422, {}, "form.again");
    auto action = posted->line(submission_field::kAction);
    auto id = posted->line(submission_field::kCard);
    bool same_card = true;
    auto write = [&](const std::string& cards) {
        auto newest = dossier_from_json(cards);
        // Another window may have removed this card, or one before it.
        const auto* there = newest.card(*visit.card);
        same_card = there && there->text("id") == id;
        if (!same_card) return cards;
        write_step(newest, visit, *posted);
        return to_json(newest);
    };
    return kept(visit, [&] {
        bool written =
            submissions_.write_cards(visit.submission.case_number,
                                     write,
                                     now(),
                                     purge_day(*visit.live, visit.submission.state, now()));
        if (!written || !same_card) return step(visit, 409, {}, "submission.closed");
        return gone_on(request, visit, action, changed_groups);
    });
}

Response SubmissionDesk::take_action(const Request& request, Visit& visit) {
    auto posted = FormFields::read(request.body);
    if (!posted) return bare_response(400);
    if (!comes_from_own_page(request)) return desk(visit, 422, "form.again", false);
    auto action = posted->line(submission_field::kAction);
    if (action == "wyslij") return send(visit);
    if (action == "potwierdz" && visit.way == db::LinkWay::Mail) {
        return move_on(visit, {.action = SubmissionAction::Verify});
    }
    if (action == "popraw") return move_on(visit, {.action = SubmissionAction::Reopen});
    if (action == "wycofaj") return move_on(visit, {.action = SubmissionAction::Withdraw});
    return kept(visit, [&] {
        std::string next;
        submissions_.write_cards(
            visit.submission.case_number,
            [&](const std::string& cards) {
                auto newest = dossier_from_json(cards);
                next = change_cards(newest, action);
                return to_json(newest);
            },
            now(),
            purge_day(*visit.live, visit.submission.state, now()));
        return see_other(submission_address(visit.token) + next);
    });
}

Response SubmissionDesk::send(Visit& visit) {
    const auto& live = *visit.live;
    auto read = read_on(live, visit.dossier);
    if (!read.ok()) return desk(visit, 422, {}, true);
    if (visit.dossier.services.empty()) return desk(visit, 422, "submission.no_service", true);
    bool known = visit.submission.email_verified || visit.way == db::LinkWay::Mail;
    auto token = new_link_token();
    db::SubmissionMail mail{link_hash(token),
                            [&live, token, known](const model::Submission& submission) {
                                return submission_mail(live,
                                                       submission,
                                                       known ? Letter::Received : Letter::Verify,
                                                       {private_link(live, token)});
                            }};
    return move_on(
        visit,
        {.action = known ? SubmissionAction::Send : SubmissionAction::SendUnknown, .mail = mail});
}

Response SubmissionDesk::move_on(const Visit& visit, db::Submissions::Step step) {
    auto reached = model::next_state(visit.submission.state, step.action);
    step.at = now();
    step.purge_on = purge_day(*visit.live, reached.value_or(visit.submission.state), step.at);
    return kept(visit, [&] {
        // A step that does not fit any more was taken in another window: the page says where it is.
        submissions_.take(visit.submission.case_number, step);
        if (step.mail) parts_.mail_waits();
        return see_other(submission_address(visit.token));
    });
}

std::chrono::sys_seconds SubmissionDesk::now() const {
    return std::chrono::floor<std::chrono::seconds>(parts_.gate.now());
}

}  // namespace okienko::server
