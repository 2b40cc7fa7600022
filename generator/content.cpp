#include "generator/content.hpp"

#include <algorithm>

namespace okienko::generator {

const ContentPage* find_content(const std::vector<ContentPage>& pages, std::string_view address) {
    auto found = std::lower_bound(
        pages.begin(), pages.end(), address, [](const ContentPage& page, std::string_view wanted) {
            return page.address < wanted;
        });
    return found != pages.end() && found->address == address ? &*found : nullptr;
}

}  // namespace okienko::generator
