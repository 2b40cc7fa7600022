#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/page.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"
#include "search/search_index.hpp"

/// The page /szukaj/. The server draws it with answers; a release holds it without, for places
/// where only files are served: there it leads on by situations, the index and the phone.
namespace okienko::generator {

inline constexpr std::string_view kSearchAddress = "/szukaj/";
inline constexpr std::size_t kResultsOnPage = 20;

/// Names of the parameters of its address.
namespace search_parameter {
inline constexpr std::string_view kText = "q";
inline constexpr std::string_view kKind = "rodzaj";
inline constexpr std::string_view kAudience = "dla";
inline constexpr std::string_view kFree = "bezplatne";
inline constexpr std::string_view kPage = "strona";
}  // namespace search_parameter

/// What a search page shows.
struct SearchPage {
    search::Question question;
    /// Nothing when nobody has asked yet, or nobody is there to answer.
    std::optional<search::Answer> answer = {};
    bool has_server = true;  ///< Whether there is somebody to ask.
};

PageHead search_head(const Site& site, const SearchPage& page);
View search_view(const Site& site, const SearchPage& page);

void add_search_pages(const Site& site, Pages& pages);

/// The words that were looked for as <mark>; the rest escaped.
std::string marked_html(const search::MarkedText& text);

}  // namespace okienko::generator
