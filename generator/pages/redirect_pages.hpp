#pragma once

#include <string>

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// A tiny page at every former address of published content that leads to where it is now.
void add_redirect_pages(const Site& site, Pages& pages);

/// A page at `address` that leads to `target`, which has the title given.
Page redirect_page(const Site& site,
                   const ContentPage& page,
                   std::string address,
                   const std::string& target);

}  // namespace okienko::generator
