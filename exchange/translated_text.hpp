#pragma once

#include <span>

#include "model/checked.hpp"
#include "model/document.hpp"
#include "model/field.hpp"
#include "model/translation.hpp"

/// A text of a service in another language, beside the words that it translates: how translators
/// like to have it, in one row of a table or one object of `cus.translations`.
namespace okienko::exchange {

std::span<const model::Field> translated_text_fields();

/// Reports, besides the form of the fields: Polish as the language, and a path that leads to no
/// text of a service card.
model::Checked<model::ServiceText, model::Problem> read_translated_text(
    const model::Document& document);

model::Node translated_text_node(const model::ServiceText& text);

}  // namespace okienko::exchange
