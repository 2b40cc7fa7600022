#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/field.hpp"

/// Cards whose values come from JSON or from cells of a table: the list of fields says what each
/// value is to be.
namespace okienko::exchange {

/// A place in a record where a value cannot be what its field wants.
struct ValueFault {
    int column;
    std::string message;
    std::string remedy;
};

/// Makes dates of texts, whole numbers of "60.0", small letters of a UUID. What cannot be made is
/// reported and left as it is.
void give_types(model::Node& card,
                std::span<const model::Field> fields,
                std::vector<ValueFault>& faults);

/// For a card from elsewhere: drops what no field can hold, shortens what is too long, joins lines
/// where one is wanted. Each loss is a sentence in `losses`. Groups that lack what they must have
/// are dropped, too.
void make_fit(model::Node& card,
              std::span<const model::Field> fields,
              std::vector<std::string>& losses);

/// At most `limit` characters, the last of them an ellipsis when something was cut.
std::string shortened(std::string_view text, int limit);

/// One line of a text that may have several.
std::string in_one_line(std::string_view text);

}  // namespace okienko::exchange
