#pragma once

#include <string>
#include <vector>

#include "generator/view.hpp"
#include "language/language.hpp"

/// Fields of forms as values for the theme's components form_field (to type) and form_pick (to
/// choose), whichever form they stand in.
namespace okienko::server {

/// What is said of a field, typed or chosen.
struct FieldSaid {
    std::string name;  ///< Also its id.
    std::string label;
    std::string hint = {};
    std::string error = {};
    bool optional = false;  ///< Marked as such.
    bool required = false;  ///< The browser is told; a field can be neither: one of two.
};

/// A text that is typed.
struct TypedField {
    std::string value;
    std::string type = "text";  ///< Of the input; "area" for a text of many lines.
    std::string rows = "8";     ///< Of an area.
    std::string autocomplete = "off";
};
generator::View typed_field(language::Language language,
                            const FieldSaid& said,
                            const TypedField& typed);

/// One of the answers to choose from.
struct PickOption {
    std::string name;
    std::string value;
    std::string label;
    bool chosen = false;
};

enum class Pick { Radios, Ticks, Select };

/// A question with answers. The first answer has the id that a link to the whole question leads
/// to.
generator::View picked_field(language::Language language,
                             const FieldSaid& said,
                             Pick pick,
                             const std::vector<PickOption>& options);

/// Asks besides, in a list of its own, for one of `options`: which of the days in a month.
void add_second_pick(generator::View& question,
                     language::Language language,
                     const std::string& name,
                     const std::vector<PickOption>& options);

}  // namespace okienko::server
