#include "bench/workload/okienko_instance.hpp"

#include "bench/workload/text_file.hpp"
#include "db/catalogue_store.hpp"

namespace okienko::bench {

void write_instance(const std::filesystem::path& folder,
                    const std::filesystem::path& share,
                    const model::Catalogue& catalogue,
                    const std::vector<News>& news) {
    std::filesystem::create_directories(folder);
    std::filesystem::copy(share / "bench/centre", folder, std::filesystem::copy_options::recursive);
    for (const auto& each : news) {
        write_text(folder / "content/aktualnosci" / (each.slug + ".md"), news_page(each));
    }
    db::create_catalogue(folder / "catalogue.db");
    db::write_catalogue(folder / "catalogue.db", catalogue);
}

}  // namespace okienko::bench
