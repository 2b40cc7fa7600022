// make_index INSTANCE SHARE [RELEASE]: makes the search index of a centre, as `okienko build` does
// among all else, one part after another, and says how long it took and how large it is. With
// RELEASE the parts are written there, for ask_queries.
#include <chrono>
#include <cstdio>
#include <iostream>

#include "generator/file_tree.hpp"
#include "generator/live_site.hpp"
#include "generator/search_documents.hpp"
#include "generator/search_words_file.hpp"
#include "search/index_builder.hpp"

int main(int argc, char** argv) {
    using Clock = std::chrono::steady_clock;
    if (argc != 3 && argc != 4) {
        std::cerr << "usage: make_index INSTANCE SHARE [RELEASE]\n";
        return 2;
    }
    using namespace okienko;
    generator::Instance instance{argv[1], argv[2]};
    auto live = generator::LiveSite::load(
        instance, std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}});
    if (!live.ok()) return 1;
    model::Problems problems;
    auto words = generator::read_search_words_file(instance.content(), problems);
    const auto& site = live.value()->site();
    auto parts = generator::search_parts(site.services().size());
    std::size_t documents = 0;
    std::vector<std::string> files;
    auto begin = Clock::now();
    search::WordForms forms{generator::polish_inflection(), words.inflected};
    for (const auto& part : parts) {
        search::IndexBuilder builder{forms};
        generator::each_search_document(site, part, [&](const search::SearchDocument& document) {
            builder.add(document);
            ++documents;
        });
        files.push_back(builder.finish());
    }
    std::chrono::duration<double> took = Clock::now() - begin;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        bytes += files[i].size();
        if (argc == 4) generator::write_file(argv[3] + parts[i].address(), files[i]);
    }
    std::printf("%zu documents in %zu parts, %.2f s, %.1f MB\n",
                documents,
                parts.size(),
                took.count(),
                static_cast<double>(bytes) / 1e6);
    return 0;
}
