#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/form_fields.hpp"
#include "server/submission/field_options.hpp"
#include "server/submission/form_steps.hpp"

/// One step of a card's form between its cells and what a browser sends: each input is named by the
/// path of its cell, "fees.2.amount"; one of several that may be ticked, by its value besides,
/// "audiences.seniorzy".
namespace okienko::server {

/// What one step can send: as many inputs with names like "schedules.40.exceptions.40.ends" as a
/// body of the server holds (server/http_server.hpp).
inline constexpr std::size_t kMostStepInputs = 30'000;

/// A form adds no more members to a group. A card that was published with more of them keeps them.
inline constexpr std::size_t kMostMembers = 30;

/// How a field is asked for.
enum class Control {
    Line,
    Area,    ///< A text of many lines, or a list with a line for each member.
    Tick,    ///< One box: yes or not.
    Ticks,   ///< Any number of the options.
    Radios,  ///< One of a few options.
    Select,  ///< One of many.
    Days,    ///< Days of the week, and which of them in the month.
};
Control control_of(const model::Field& field, std::size_t options);

/// Whether a field is left out, and its cell as it is: nobody needs it, and there is no card yet
/// that it could name. Nobody knows the names of cards by heart.
bool has_nothing_to_choose(const model::Field& field, std::size_t options);

/// Takes over what was sent for these fields; the others stay as they are, and so do members that
/// the page did not know of, since another window added them: only `remove_member` takes one out.
void take_posted(model::Node& cells,
                 std::span<const model::Field> fields,
                 std::string_view owner,
                 const FormFields& posted,
                 const FieldOptions& options);

/// Adds an empty member to the group at the path, or removes one: "fees", "fees.2",
/// "schedules.1.exceptions". False when there is no such group or member, or too many.
bool add_member(model::Node& cells, std::span<const model::Field> fields, std::string_view path);
bool remove_member(model::Node& cells, std::span<const model::Field> fields, std::string_view path);

/// A cell of days that all have the same number in the month, as two questions: which days, which
/// of them ("" every, "3" third, "-1" last). Nothing when one of them has another number.
struct DaysAnswer {
    std::vector<std::string> weekdays;  ///< "mo"
    std::string ordinal;
};
std::optional<DaysAnswer> days_in(const std::string& cell);

}  // namespace okienko::server
