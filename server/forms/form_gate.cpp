#include "server/forms/form_gate.hpp"

#include "server/same_origin.hpp"

namespace okienko::server {
namespace {

using std::chrono::seconds;

/// So often and so long the same form may come again without being counted.
constexpr int kFreeTimes = 5;
constexpr std::chrono::minutes kFreeFor{10};

}  // namespace

FormGate::FormGate(Rules rules, Parts parts)
    : rules_(rules), parts_(std::move(parts)), limit_(rules.burst, rules.interval) {
    parts_.metrics.expect_form(rules_.name);
}

std::string FormGate::new_token() const {
    return tokens_.issue(rules_.name, now());
}

std::chrono::sys_seconds FormGate::now() const {
    return std::chrono::floor<seconds>(parts_.now());
}

Response FormGate::take(const Request& request, const Understand& understand) {
    auto fields = FormFields::read(request.body);
    if (!fields) return bare_response(400);
    auto sent = understand(*fields);

    auto token = fields->raw(form_field::kToken);
    auto issued = tokens_.read(rules_.name, token);
    auto age = issued ? now() - issued->issued_at : seconds{0};
    bool fresh = issued && age <= rules_.longest_fill;
    // The same form again is the same thing; a form that is too old gets a new token.
    FormState state{.token = fresh ? token : new_token(), .faults = sent.faults};
    auto again = [&](int status, FormNotice notice, FormOutcome outcome) {
        parts_.metrics.count_form(rules_.name, outcome);
        state.notice = notice;
        return private_page(status, sent.draw(state));
    };

    if (!state.faults.empty()) return again(422, FormNotice::None, FormOutcome::Mistaken);
    bool person = fresh && age >= rules_.shortest_fill && fields->raw(form_field::kTrap).empty();
    if (!person || !comes_from_own_page(request)) {
        return again(422, FormNotice::SendAgain, FormOutcome::Refused);
    }
    if (!let_in(request.client, issued->id)) {
        return again(429, FormNotice::TooMany, FormOutcome::Refused);
    }
    try {
        auto kept = sent.keep({.form_id = issued->id, .at = now()});
        parts_.metrics.count_form(rules_.name,
                                  kept.had_before ? FormOutcome::Repeated : FormOutcome::Taken);
        return see_other(std::move(kept.next));
    } catch (const std::exception& failure) {
        parts_.log(failure_line(parts_.now(), "OFFICE", failure.what()));
        return again(503, FormNotice::CannotStore, FormOutcome::Failed);
    }
}

bool FormGate::let_in(const std::string& client, const std::string& form_id) {
    auto moment = std::chrono::steady_clock::now();
    std::lock_guard lock{mutex_};
    forget_old_forms(moment);
    auto known = let_in_.find(form_id);
    if (known != let_in_.end() && known->second.times < kFreeTimes) {
        ++known->second.times;
        return true;
    }
    if (!limit_.allow(client, moment)) return false;
    let_in_[form_id] = {moment + kFreeFor, 0};
    return true;
}

/// Once in a while: each call would be too often.
void FormGate::forget_old_forms(std::chrono::steady_clock::time_point moment) {
    if (moment < swept_at_ + kFreeFor) return;
    swept_at_ = moment;
    std::erase_if(let_in_, [moment](const auto& entry) { return entry.second.until <= moment; });
}

}  // namespace okienko::server
