#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "server/submission/dossier.hpp"

/// The form of a card in steps, so that nobody meets sixty questions at once.
namespace okienko::server {

struct FormStep {
    std::string_view name;  ///< In its address.
    std::string_view word;  ///< In the theme's words: "submission_step.<word>".
    std::span<const std::string_view> keys;
};

std::span<const FormStep> steps_of(CardKind kind);

/// nullptr when there is no such step.
const FormStep* step_named(CardKind kind, std::string_view name);

/// The fields that an institution is asked for, in the order of the card. Without `criteria` the
/// office is told to ask: they serve to find a service, not to describe it.
std::vector<model::Field> asked_fields(CardKind kind);

/// Those of one step, in its order.
std::vector<model::Field> asked_fields(CardKind kind, const FormStep& step);

/// The step that asks for a field, by its key.
const FormStep* step_asking(CardKind kind, std::string_view key);

/// Fields that the office or the program fills in: nobody is asked for them.
std::span<const std::string_view> unasked_fields(CardKind kind);

}  // namespace okienko::server
