#include "bench/workload/okienko_instance.hpp"

#include <fstream>

#include "db/catalogue_store.hpp"

namespace okienko::bench {
namespace {

namespace fs = std::filesystem;

void write_news(const fs::path& folder, const News& news) {
    std::ofstream file{folder / (news.slug + ".md"), std::ios::binary};
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file << "+++\ntitle = \"" << news.title << "\"\nsummary = \"" << news.summary
         << "\"\ndate = " << model::to_iso(news.date) << "\n+++\n\n"
         << news.body;
}

}  // namespace

void write_instance(const fs::path& folder,
                    const fs::path& share,
                    const model::Catalogue& catalogue,
                    const std::vector<News>& news) {
    fs::create_directories(folder);
    fs::copy(share / "bench/centre", folder, fs::copy_options::recursive);
    auto news_folder = folder / "content/aktualnosci";
    fs::create_directories(news_folder);
    for (const auto& each : news) write_news(news_folder, each);
    db::create_catalogue(folder / "catalogue.db");
    db::write_catalogue(folder / "catalogue.db", catalogue);
}

}  // namespace okienko::bench
