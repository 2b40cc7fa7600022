#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/date.hpp"

namespace okienko::bench {

struct News {
    std::string slug;
    std::string title;
    std::string summary;
    model::Date date{};
    std::string body;  ///< Markdown.
};

/// The first `count` invented news; always the same.
std::vector<News> invented_news(std::size_t count);

}  // namespace okienko::bench
