#pragma once

#include "generator/blank_form.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// A form to fill in with a pen: the keys that pages/blank_form.mustache lists.
void set_blank_form(View& view, const BlankForm& form);

}  // namespace okienko::generator
