#include "generator/pages/pagination.hpp"

#include <algorithm>

namespace okienko::generator {

std::vector<ListPage> list_pages(std::size_t rows, std::size_t rows_of_page) {
    auto all = std::max<std::size_t>(1, (rows + rows_of_page - 1) / rows_of_page);
    std::vector<ListPage> pages;
    for (std::size_t i = 0; i < all; ++i) {
        auto first = i * rows_of_page;
        pages.push_back({i + 1, all, first, std::min(rows_of_page, rows - first)});
    }
    return pages;
}

std::string list_page_address(const std::string& address, std::size_t number) {
    return number == 1 ? address : address + "strona-" + std::to_string(number) + "/";
}

std::string list_page_title(const std::string& title, const ListPage& page, const Words& words) {
    if (page.number == 1) return title;
    return words.format(
        "nav.title_of_page",
        {{"title", title}, {"n", std::to_string(page.number)}, {"all", std::to_string(page.all)}});
}

void set_pagination(View& view,
                    const std::string& address,
                    const ListPage& page,
                    const Words& words) {
    bool several = page.all > 1;
    view.flag("has_pages", several);
    view.value("previous_url",
               page.number > 1 ? list_page_address(address, page.number - 1) : std::string{});
    view.value(
        "next_url",
        page.number < page.all ? list_page_address(address, page.number + 1) : std::string{});
    view.words("page_position",
               several ? words.format("nav.page_of",
                                      {{"n", std::to_string(page.number)},
                                       {"all", std::to_string(page.all)}})
                       : std::string{});
}

ServiceList services_of(const ListPage& page, const ServiceList& services) {
    auto first = services.begin() + static_cast<std::ptrdiff_t>(page.first);
    return {first, first + static_cast<std::ptrdiff_t>(page.count)};
}

}  // namespace okienko::generator
