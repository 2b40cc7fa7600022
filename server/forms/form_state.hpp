#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace okienko::server {

/// What is wrong with a field, as a key of the theme's words: "sender_missing" is
/// "contact_form.error.sender_missing" or, for what all forms say alike, "form_error.phone_wrong".
struct FieldFault {
    std::string field;
    std::string word;
    bool operator==(const FieldFault&) const = default;
};

/// Why a form comes back although its fields are right.
enum class FormNotice {
    None,
    SendAgain,    ///< The form is too old, came from another site, or too quickly for a person.
    TooMany,      ///< This visitor has sent several already.
    CannotStore,  ///< The machine fails.
};

/// How a form is shown, besides what was typed into it.
struct FormState {
    std::string token;
    std::vector<FieldFault> faults = {};
    FormNotice notice = FormNotice::None;

    [[nodiscard]] bool is_wrong() const { return !faults.empty() || notice != FormNotice::None; }
    [[nodiscard]] bool has_word(std::string_view word) const {
        return std::ranges::any_of(faults, [&](const auto& each) { return each.word == word; });
    }
};

/// Names of fields that every form has.
namespace form_field {
inline constexpr std::string_view kToken = "formularz";
inline constexpr std::string_view kTrap = "firma";  ///< People do not see it, machines fill it in.
inline constexpr std::string_view kPeselMeant = "pesel";  ///< "tak" once the warning was shown.
}  // namespace form_field

}  // namespace okienko::server
