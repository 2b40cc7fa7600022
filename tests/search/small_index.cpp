#include "tests/search/small_index.hpp"

#include "generator/file_tree.hpp"
#include "generator/search_words_file.hpp"
#include "search/index_builder.hpp"

namespace okienko::tests {

SmallIndex::SmallIndex(const std::vector<search::SearchDocument>& documents,
                       const search::SearchWords& words) {
    search::IndexBuilder builder{words, generator::polish_inflection()};
    for (const auto& document : documents) builder.add(document);
    bytes_ = builder.finish();
    auto file = folder_.path() / "search.db";
    generator::write_file(file, bytes_);
    index_ = std::make_unique<search::SearchIndex>(file);
}

search::Answer SmallIndex::ask(search::Question question) const {
    return index_->ask(question);
}

std::vector<std::string> SmallIndex::slugs(const std::string& text) const {
    std::vector<std::string> slugs;
    for (const auto& result : ask({.text = text}).results) slugs.push_back(result.slug);
    return slugs;
}

search::SearchDocument service(std::string slug, std::string name, std::string summary) {
    search::SearchDocument document;
    document.kind = search::Kind::Service;
    document.address = "/uslugi/" + slug + "/";
    document.slug = std::move(slug);
    document.name = std::move(name);
    document.summary = std::move(summary);
    return document;
}

}  // namespace okienko::tests
