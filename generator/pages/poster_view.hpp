#pragma once

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/service.hpp"

namespace okienko::generator {

/// The A4 poster: poster_class, poster_name, poster_lead, poster_cost. At most forty words are on
/// it, so that it is read in passing: what does not fit is left out, the sentence first.
/// The number to call is set by set_glance.
void set_poster(View& view, const Site& site, const model::Service& service);

}  // namespace okienko::generator
