#include "tests/search/small_index.hpp"

#include "generator/file_tree.hpp"
#include "generator/search_words_file.hpp"
#include "search/index_builder.hpp"
#include "search/index_parts.hpp"

namespace okienko::tests {

SmallIndex::SmallIndex(const std::vector<search::SearchDocument>& documents,
                       const search::SearchWords& words,
                       std::size_t parts) {
    search::WordForms forms{generator::polish_inflection(), words.inflected};
    for (std::size_t part = 0; part < parts; ++part) {
        search::IndexBuilder builder{forms};
        for (auto i = part; i < documents.size(); i += parts) builder.add(documents[i]);
        auto bytes = builder.finish();
        generator::write_file(folder_ / search::part_file_name(part), bytes);
        bytes_ += bytes;
    }
    index_ = std::make_unique<search::SearchIndex>(
        folder_.path(), words, generator::polish_inflection());
}

std::filesystem::path SmallIndex::file() const {
    return folder_.path() / search::part_file_name(0);
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
