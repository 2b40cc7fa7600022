#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content.hpp"
#include "generator/page.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"
#include "language/language.hpp"
#include "model/date.hpp"

/// What every page made of an editor's file has in common, whatever its kind.
namespace okienko::generator {

/// From the home page down to the parent of `address`: the steps that exist as pages, whether an
/// editor wrote them or they are lists of ours such as /aktualnosci/.
std::vector<Crumb> crumbs_to(const Site& site,
                             language::Language language,
                             std::string_view address);

/// The same page in other languages. `address` is the page's own, in `language`.
std::vector<Translation> translations_of(const Site& site,
                                         language::Language language,
                                         std::string_view address);

/// The head of a page in Polish that is made from data, with the steps that lead to it.
PageHead data_head(const Site& site,
                   std::string address,
                   std::string title,
                   std::string description,
                   Section section);

PageHead content_head(const Site& site, const ContentPage& page, Section section);

/// A page that an editor wrote. `body` gets it as it stands when the page is drawn.
Page written_page(const Site& site,
                  const ContentPage& page,
                  PageHead head,
                  std::string_view template_name,
                  std::function<View(const ContentPage&)> body);

/// The name of the file for messages: "content/kontakt.md".
std::string content_source(const ContentPage& page);

/// Keys of every page with an editor's text: page_lead, page_html, has_contents, contents.
View content_view(const Site& site, const ContentPage& page);

/// Keys of a date: date_iso for machines and date_text for people.
View date_view(const Site& site, language::Language language, model::Date date);

}  // namespace okienko::generator
