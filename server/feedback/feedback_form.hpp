#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/checked.hpp"
#include "model/message.hpp"
#include "server/form_fields.hpp"
#include "server/forms/form_state.hpp"

/// Whether a page was clear: a score, then what was good or bad about it.
namespace okienko::server {

/// The names of the fields, as a browser sends them.
namespace feedback_field {
inline constexpr std::string_view kPage = "strona";
inline constexpr std::string_view kScore = "ocena";
inline constexpr std::string_view kWhy = "powod";
inline constexpr std::string_view kText = "opis";
}  // namespace feedback_field

/// As it was typed, to be shown again whatever is wrong with it.
struct FeedbackForm {
    std::string page;  ///< Empty when it cannot be a page of this site: the whole site is meant.
    std::optional<int> score;      ///< From 1 to 5.
    std::vector<std::string> why;  ///< Names of model::Blemish or model::Merit.
    std::string text;
    bool pesel_meant = false;
    bool operator==(const FeedbackForm&) const = default;
};

/// From the fields of a form, or of the query of its address.
FeedbackForm read_feedback_form(const FormFields& fields);

/// The message, or everything that is wrong, in the order of the fields.
model::Checked<model::Message, FieldFault> check_feedback_form(const FeedbackForm& form);

/// What may be ticked after this score.
std::span<const std::string_view> reasons_for(int score);

}  // namespace okienko::server
