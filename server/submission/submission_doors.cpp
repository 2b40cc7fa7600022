#include "server/submission/submission_doors.hpp"

#include <algorithm>
#include <cctype>

#include "model/card_writer.hpp"
#include "server/forms/field_checks.hpp"
#include "server/submission/dossier.hpp"
#include "server/submission/new_cards.hpp"
#include "server/submission/private_link.hpp"
#include "server/submission/retention.hpp"
#include "server/submission/submission_mail.hpp"
#include "server/submission/submission_pages.hpp"

namespace okienko::server {
namespace {

using generator::in_language;
using generator::LiveSite;
using language::Language;
using model::SubmissionState;

std::vector<FieldFault> email_faults(const std::string& email) {
    FieldChecks checks;
    checks.need(submission_field::kEmail, email, "email");
    checks.email(submission_field::kEmail, email);
    return checks.take();
}

bool same_address(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// Whether the published card itself names this address.
bool is_named(const std::string& email,
              const model::Provider& provider,
              const model::Service& service) {
    auto names = [&](const model::Contact& contact) { return same_address(contact.email, email); };
    return same_address(provider.email, email) || std::ranges::any_of(provider.contacts, names) ||
           std::ranges::any_of(service.contacts, names);
}

}  // namespace

SubmissionDoors::SubmissionDoors(Parts parts)
    : parts_(std::move(parts)),
      begin_gate_({.name = "submission"}, parts_.gate),
      change_gate_({.name = "change"}, parts_.gate),
      submissions_(parts_.office.submissions()) {}

std::vector<Route> SubmissionDoors::routes() {
    std::vector<Route> routes;
    for (auto language : parts_.live.get()->site().settings().site.languages) {
        auto begin = in_language(language, kBeginAddress);
        auto change = in_language(language, kChangeAddress);
        routes.push_back(
            {"GET", begin, [this, language](const Request&) { return show_begin(language); }});
        routes.push_back({"POST", begin, [this, language](const Request& request) {
                              return take_begin(request, language);
                          }});
        routes.push_back({"GET", change, [this, language](const Request& request) {
                              return show_change(request, language);
                          }});
        routes.push_back({"POST", change, [this, language](const Request& request) {
                              return take_change(request, language);
                          }});
        routes.push_back({"GET",
                          in_language(language, kChangeSentAddress),
                          [this, language](const Request&) { return show_change_sent(language); }});
    }
    return routes;
}

Response SubmissionDoors::show_begin(Language language) {
    return private_page(200, begin_page(*parts_.live.get(), language, {}, begin_gate_.fresh()));
}

Response SubmissionDoors::take_begin(const Request& request, Language language) {
    auto live = parts_.live.get();
    return begin_gate_.take(request, [&](const FormFields& fields) {
        auto email = fields.line(submission_field::kEmail);
        return FormGate::Sent{
            .faults = email_faults(email),
            .draw =
                [=](const FormState& state) { return begin_page(*live, language, email, state); },
            .keep = [=, this](const FormGate::Ticket& ticket) -> FormGate::Kept {
                return {begin(*live, language, email, ticket), false};
            }};
    });
}

/// A draft with a service to describe; answers with its private address. The mail has another link
/// to it: that one proves the address.
std::string SubmissionDoors::begin(const LiveSite& live,
                                   Language language,
                                   const std::string& email,
                                   const FormGate::Ticket& ticket) {
    auto here = new_link_token();
    auto mailed = new_link_token();
    Dossier dossier;
    dossier.provider = new_card();
    dossier.services.push_back(new_service());
    db::SubmissionMail mail{link_hash(mailed), [&](const model::Submission& submission) {
                                return submission_mail(
                                    live, submission, Letter::Begun, {private_link(live, mailed)});
                            }};
    submissions_.begin({.form_id = ticket.form_id,
                        .email = email,
                        .language = std::string{code(language)},
                        .cards = to_json(dossier),
                        .at = ticket.at,
                        .purge_on = purge_day(live, SubmissionState::Draft, ticket.at),
                        .links = {{link_hash(here), db::LinkWay::Browser}},
                        .mail = mail});
    parts_.mail_waits();
    return submission_address(here);
}

Response SubmissionDoors::show_change(const Request& request, Language language) {
    auto live = parts_.live.get();
    auto service = query_value(request, submission_field::kService);
    return private_page(200, change_page(*live, language, service, {}, change_gate_.fresh()));
}

Response SubmissionDoors::take_change(const Request& request, Language language) {
    auto live = parts_.live.get();
    return change_gate_.take(request, [&](const FormFields& fields) {
        auto email = fields.line(submission_field::kEmail);
        auto service = fields.line(submission_field::kService);
        return FormGate::Sent{.faults = email_faults(email),
                              .draw =
                                  [=](const FormState& state) {
                                      return change_page(*live, language, service, email, state);
                                  },
                              .keep = [=, this](const FormGate::Ticket& ticket) -> FormGate::Kept {
                                  send_change_link(*live, language, service, email, ticket);
                                  return {in_language(language, kChangeSentAddress), false};
                              }};
    });
}

Response SubmissionDoors::show_change_sent(Language language) {
    return private_page(200, change_sent_page(*parts_.live.get(), language));
}

/// Whoever asks is told the same, whether or not the address is known: nobody finds out whose it
/// is.
void SubmissionDoors::send_change_link(const LiveSite& live,
                                       Language language,
                                       const std::string& slug,
                                       const std::string& email,
                                       const FormGate::Ticket& ticket) {
    auto service = live.site().service(slug);
    if (!service) return;
    const auto& card = service->card();
    const auto* provider = live.site().provider(card.provider);
    if (!provider) return;
    bool known = is_named(email, *provider, card) || submissions_.spoke_for(email, provider->slug);
    if (!known) return;
    auto token = new_link_token();
    db::SubmissionMail mail{link_hash(token), [&](const model::Submission& submission) {
                                return submission_mail(
                                    live, submission, Letter::Change, {private_link(live, token)});
                            }};
    auto is_of_service = [&](const model::Submission& open) {
        auto dossier = dossier_from_json(open.cards);
        return std::ranges::any_of(dossier.services, [&](const model::Node& cells) {
            return cells.text("id") == card.id;
        });
    };
    auto open = submissions_.open_change(email, provider->slug);
    if (open && is_of_service(*open)) {
        submissions_.send_link(open->case_number, ticket.at, mail);
    } else {
        Dossier dossier;
        dossier.provider = cells_of(model::card_node(*provider), fields_of(CardKind::Provider));
        dossier.services.push_back(cells_of(model::card_node(card), fields_of(CardKind::Service)));
        submissions_.begin({.form_id = ticket.form_id,
                            .kind = model::SubmissionKind::Change,
                            .email = email,
                            .language = std::string{code(language)},
                            .provider = provider->slug,
                            .cards = to_json(dossier),
                            .at = ticket.at,
                            .purge_on = purge_day(live, SubmissionState::Draft, ticket.at),
                            .mail = mail});
    }
    parts_.mail_waits();
}

}  // namespace okienko::server
