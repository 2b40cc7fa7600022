#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "generator/site.hpp"
#include "generator/view.hpp"
#include "generator/words.hpp"

/// Long lists cut into pages: /obszary/kultura/, /obszary/kultura/strona-2/ …
namespace okienko::generator {

/// The most rows of one page of a list.
inline constexpr std::size_t kRowsOfPage = 100;

/// One page of a list: rows from `first`, `count` of them.
struct ListPage {
    std::size_t number = 1;  ///< From 1.
    std::size_t all = 1;
    std::size_t first = 0;
    std::size_t count = 0;
};

/// The pages that a list of so many rows needs: at least one, also for an empty list.
std::vector<ListPage> list_pages(std::size_t rows, std::size_t rows_of_page = kRowsOfPage);

/// The address of a page of the list at `address`.
std::string list_page_address(const std::string& address, std::size_t number);

/// "Kultura", and from the second page on "Kultura (strona 2 z 5)".
std::string list_page_title(const std::string& title, const ListPage& page, const Words& words);

/// The keys of the component pagination.
void set_pagination(View& view,
                    const std::string& address,
                    const ListPage& page,
                    const Words& words);

/// The part of the list that the page shows.
ServiceList services_of(const ListPage& page, const ServiceList& services);

}  // namespace okienko::generator
