#include <future>
#include <memory>

#include "generator/feeds/data_file.hpp"
#include "generator/incremental/value_fingerprint.hpp"
#include "generator/search_documents.hpp"
#include "generator/search_parts.hpp"
#include "generator/search_words_file.hpp"
#include "search/index_builder.hpp"

namespace okienko::generator {

void add_search_files(const Site& site, const search::SearchWords& words, DataFiles& files) {
    const auto& inflection = polish_inflection();
    auto forms = std::make_shared<const search::WordForms>(inflection, words.inflected);
    // Whatever has changed, some part will ask; until then another thread has time for it.
    auto sorted = std::async(std::launch::async, [&inflection] { inflection.prepare(); }).share();
    for (const auto& part : search_parts(site.services().size())) {
        auto make = [&site, forms, sorted, part] {
            sorted.wait();
            search::IndexBuilder index{*forms};
            each_search_document(
                site, part, [&index](const search::SearchDocument& each) { index.add(each); });
            return index.finish();
        };
        files.push_back({part.address(),
                         std::move(make),
                         fingerprint(inflection.version(), words.inflected, part.key())});
    }
}

}  // namespace okienko::generator
