#pragma once

#include "generator/page.hpp"

namespace okienko::generator {

/// Every page of the site, in the order of the addresses of docs/architecture.md. Their bodies are
/// made later, one by one. `site` must outlive the pages.
Pages all_pages(const Site& site);

}  // namespace okienko::generator
