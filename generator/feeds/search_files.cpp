#include <memory>

#include "generator/feeds/data_file.hpp"
#include "generator/incremental/value_fingerprint.hpp"
#include "generator/search_documents.hpp"
#include "generator/search_parts.hpp"
#include "generator/search_words_file.hpp"
#include "search/index_builder.hpp"

namespace okienko::generator {

void add_search_files(const Site& site, const search::SearchWords& words, DataFiles& files) {
    auto inflection = polish_inflection();
    auto version = inflection->version();
    auto forms = std::make_shared<const search::WordForms>(std::move(inflection), words.inflected);
    for (const auto& part : search_parts(site.services().size())) {
        // The dictionary goes when the last of them is made.
        auto make = [&site, forms, part]() mutable {
            auto own = std::move(forms);
            search::IndexBuilder index{*own};
            each_search_document(
                site, part, [&index](const search::SearchDocument& each) { index.add(each); });
            return index.finish();
        };
        files.push_back({part.address(),
                         std::move(make),
                         fingerprint(version, words.inflected, part.key()),
                         Effort::ManyPages});
    }
}

}  // namespace okienko::generator
