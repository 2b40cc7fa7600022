#include "bench/workload/news.hpp"

#include "bench/workload/polish.hpp"

namespace okienko::bench {

namespace {

/// Never two on one day: which of them stands first is no matter of this comparison.
model::Date day_of_news(std::size_t number, Random& random) {
    using namespace std::chrono_literals;
    constexpr std::size_t kDaysBetween = 6;
    auto day = number * kDaysBetween + random.below(kDaysBetween);
    return std::chrono::sys_days{2026y / 1 / 1} + std::chrono::days{day};
}

}  // namespace

std::vector<News> invented_news(std::size_t count) {
    std::vector<News> news;
    for (std::size_t i = 0; i < count; ++i) {
        Random random{5, i};
        auto number = std::to_string(i + 1);
        news.push_back({.slug = "wiadomosc-" + number,
                        .title = "Wiadomość nr " + number + ": " + phrase(random),
                        .summary = sentence(random),
                        .date = day_of_news(i, random),
                        .body = markdown(random)});
    }
    return news;
}

std::string news_page(const News& news) {
    return "+++\ntitle = \"" + news.title + "\"\nsummary = \"" + news.summary +
           "\"\ndate = " + model::to_iso(news.date) + "\n+++\n\n" + news.body;
}

}  // namespace okienko::bench
