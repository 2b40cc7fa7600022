#include "bench/workload/news.hpp"

#include "bench/workload/polish.hpp"

namespace okienko::bench {

std::vector<News> invented_news(std::size_t count) {
    using namespace std::chrono_literals;
    std::vector<News> news;
    for (std::size_t i = 0; i < count; ++i) {
        Random random{5, i};
        auto number = std::to_string(i + 1);
        news.push_back({.slug = "wiadomosc-" + number,
                        .title = "Wiadomość nr " + number + ": " + phrase(random),
                        .summary = sentence(random),
                        .date = 2026y / static_cast<unsigned>(random.between(1, 10)) /
                                static_cast<unsigned>(random.between(1, 28)),
                        .body = markdown(random)});
    }
    return news;
}

std::string news_page(const News& news) {
    return "+++\ntitle = \"" + news.title + "\"\nsummary = \"" + news.summary +
           "\"\ndate = " + model::to_iso(news.date) + "\n+++\n\n" + news.body;
}

}  // namespace okienko::bench
