#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// Every plain page that an editor wrote: those without a folder of their own kind, and
/// translations of the home page, of documents and of programme rules.
/// content/kontakt.md is left to the contact page, which prints it below the centre's data.
void add_content_pages(const Site& site, Pages& pages);

}  // namespace okienko::generator
