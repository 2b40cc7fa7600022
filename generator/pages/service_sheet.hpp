#pragma once

#include "generator/service_version.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"

/// The whole service sheet: the keys of pages/service.mustache, section by section, in the order
/// in which the page shows them, in the language of the version. What a card does not say is
/// absent; the template then says in words whom to ask. What other cards say (places, providers,
/// domains) is Polish and marked so.
namespace okienko::generator {

View service_sheet(const Site& site, const ServiceVersion& service);

// The sections, each in its own file where it is long. All write to one view.

/// At a glance: cost, decision, where, next meeting, the number to call.
void set_glance(View& view, const Site& site, const ServiceVersion& service);
/// Who can use it.
void set_who(View& view, const Site& site, const ServiceVersion& service);
/// What it costs.
void set_price(View& view, const Site& site, const ServiceVersion& service);
/// What to bring, and the forms to download.
void set_documents(View& view, const Site& site, const ServiceVersion& service);
/// Which personal data are needed and why.
void set_personal_data(View& view, const Site& site, const ServiceVersion& service);
/// How to apply, how it is decided, and how many places are free.
void set_procedure(View& view, const Site& site, const ServiceVersion& service);
/// When and where.
void set_when_and_where(View& view, const Site& site, const ServiceVersion& service);
/// Who runs it, in which programme, in which languages one can talk, paid by whom.
void set_organisation(View& view, const Site& site, const ServiceVersion& service);

}  // namespace okienko::generator
