#pragma once

#include "generator/site_data.hpp"
#include "model/document.hpp"

/// What the law wants of a centre's site besides its services.
namespace okienko::generator {

/// The day until which the accessibility declaration must be reviewed next: 31 March of the year
/// after it was drawn up or last reviewed.
model::Date declaration_review_due(const AccessibilitySettings& stated);

/// Duties that are not met today, for the editor to see: none of them stops a publication.
/// `settings_file` is where the places of settings are taken from.
model::Problems unmet_duties(const SiteData& site, const model::Document& settings_file);

}  // namespace okienko::generator
