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

/// As many as a lively centre writes in a year.
inline constexpr std::size_t kNews = 50;

/// The first `count` invented news; always the same.
std::vector<News> invented_news(std::size_t count);

/// The news as a page of content, which Okienko and Hugo read alike.
std::string news_page(const News& news);

}  // namespace okienko::bench
