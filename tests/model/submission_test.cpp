#include "model/submission.hpp"

#include <gtest/gtest.h>

#include <set>

namespace okienko::model {
namespace {

using Action = SubmissionAction;
using State = SubmissionState;

constexpr State kStates[] = {State::Draft,
                             State::Unverified,
                             State::Sent,
                             State::InReview,
                             State::NeedsCorrection,
                             State::Published,
                             State::Declined,
                             State::Withdrawn};
constexpr Action kActions[] = {Action::Send,
                               Action::SendUnknown,
                               Action::Verify,
                               Action::Reopen,
                               Action::Withdraw,
                               Action::Review,
                               Action::Correct,
                               Action::Accept,
                               Action::Decline};

/// The states that a way through the actions passes.
std::vector<State> way(std::initializer_list<Action> actions) {
    std::vector<State> states{State::Draft};
    for (auto action : actions) {
        auto next = next_state(states.back(), action);
        if (!next) return {};
        states.push_back(*next);
    }
    return states;
}

TEST(Submission, GoesFromADraftToThePublicPage) {
    EXPECT_EQ(
        way({Action::SendUnknown, Action::Verify, Action::Review, Action::Accept}),
        (std::vector{
            State::Draft, State::Unverified, State::Sent, State::InReview, State::Published}));
}

TEST(Submission, IsCorrectedAndSentAgain) {
    EXPECT_EQ(
        way({Action::Send, Action::Correct, Action::Send, Action::Accept}),
        (std::vector{
            State::Draft, State::Sent, State::NeedsCorrection, State::Sent, State::Published}));
}

TEST(Submission, EndsWhereNothingMovesItAnyMore) {
    for (auto state : {State::Published, State::Declined, State::Withdrawn}) {
        for (auto action : kActions) EXPECT_FALSE(next_state(state, action)) << name(state);
        EXPECT_FALSE(can_be_written(state)) << name(state);
    }
}

TEST(Submission, IsNeverPublishedFromAnAddressThatNobodyVerified) {
    EXPECT_FALSE(next_state(State::Unverified, Action::Accept));
    EXPECT_FALSE(next_state(State::Unverified, Action::Review));
    EXPECT_FALSE(next_state(State::Draft, Action::Accept));
}

TEST(Submission, CanBeWithdrawnUntilItIsDecided) {
    for (auto state : kStates) {
        bool decided =
            state == State::Published || state == State::Declined || state == State::Withdrawn;
        EXPECT_EQ(next_state(state, Action::Withdraw).has_value(), !decided) << name(state);
    }
}

TEST(Submission, IsWrittenInOnlyWhenItIsTheInstitutionsTurn) {
    std::set<State> writable;
    for (auto state : kStates) {
        if (can_be_written(state)) writable.insert(state);
    }
    EXPECT_EQ(writable, (std::set{State::Draft, State::NeedsCorrection}));
}

}  // namespace
}  // namespace okienko::model
