#pragma once

#include <vector>

#include "generator/content.hpp"
#include "generator/page.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// The list of news (twenty on a page, grouped by year) in every language that has any, and each
/// piece of news.
void add_news_pages(const Site& site, Pages& pages);

/// News of a language, the newest first.
std::vector<const ContentPage*> news_in(const Site& site, language::Language language);

/// A row of a list: news_address, news_title, news_summary, news_date.
View news_row(const Site& site, const ContentPage& page);

}  // namespace okienko::generator
