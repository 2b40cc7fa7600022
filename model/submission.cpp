#include "model/submission.hpp"

#include <algorithm>

namespace okienko::model {
namespace {

using Action = SubmissionAction;
using State = SubmissionState;

struct Move {
    State from;
    Action by;
    State to;
};

constexpr Move kMoves[] = {
    {State::Draft, Action::Send, State::Sent},
    {State::Draft, Action::SendUnknown, State::Unverified},
    {State::Draft, Action::Withdraw, State::Withdrawn},
    {State::Unverified, Action::Verify, State::Sent},
    {State::Unverified, Action::Reopen, State::Draft},
    {State::Unverified, Action::Withdraw, State::Withdrawn},
    {State::Sent, Action::Reopen, State::Draft},
    {State::Sent, Action::Withdraw, State::Withdrawn},
    {State::Sent, Action::Review, State::InReview},
    {State::Sent, Action::Correct, State::NeedsCorrection},
    {State::Sent, Action::Accept, State::Published},
    {State::Sent, Action::Decline, State::Declined},
    {State::InReview, Action::Withdraw, State::Withdrawn},
    {State::InReview, Action::Correct, State::NeedsCorrection},
    {State::InReview, Action::Accept, State::Published},
    {State::InReview, Action::Decline, State::Declined},
    {State::NeedsCorrection, Action::Send, State::Sent},
    {State::NeedsCorrection, Action::SendUnknown, State::Unverified},
    {State::NeedsCorrection, Action::Withdraw, State::Withdrawn},
    {State::NeedsCorrection, Action::Decline, State::Declined},
};

}  // namespace

std::optional<SubmissionState> next_state(SubmissionState state, SubmissionAction action) {
    auto move = std::ranges::find_if(
        kMoves, [&](const Move& each) { return each.from == state && each.by == action; });
    return move == std::end(kMoves) ? std::nullopt : std::optional{move->to};
}

bool can_be_written(SubmissionState state) {
    return state == SubmissionState::Draft || state == SubmissionState::NeedsCorrection;
}

}  // namespace okienko::model
