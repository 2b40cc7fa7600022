#include "generator/feeds/data_file.hpp"
#include "generator/incremental/value_fingerprint.hpp"
#include "generator/search_documents.hpp"
#include "generator/search_words_file.hpp"
#include "search/index_builder.hpp"

namespace okienko::generator {

void add_search_file(const Site& site, const search::SearchWords& words, DataFiles& files) {
    const auto& inflection = polish_inflection();
    files.push_back(
        {"/search.db",
         [&site, &words, &inflection] {
             search::IndexBuilder index{words, inflection};
             each_search_document(
                 site, [&index](const search::SearchDocument& document) { index.add(document); });
             return index.finish();
         },
         fingerprint(inflection.version(), words)});
}

}  // namespace okienko::generator
