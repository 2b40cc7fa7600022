// make_index INSTANCE SHARE FILE: makes the search.db of a centre, as `okienko build` does among
// all else, and says how long it took and how large it is.
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
    if (argc != 4) {
        std::cerr << "usage: make_index INSTANCE SHARE FILE\n";
        return 2;
    }
    using namespace okienko;
    generator::Instance instance{argv[1], argv[2]};
    auto live = generator::LiveSite::load(
        instance, std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}});
    if (!live.ok()) return 1;
    model::Problems problems;
    auto words = generator::read_search_words_file(instance.content(), problems);
    auto begin = Clock::now();
    search::IndexBuilder builder{words, generator::polish_inflection()};
    std::size_t documents = 0;
    generator::each_search_document(live.value()->site(),
                                    [&](const search::SearchDocument& document) {
                                        builder.add(document);
                                        ++documents;
                                    });
    auto bytes = builder.finish();
    std::chrono::duration<double> took = Clock::now() - begin;
    std::printf("%zu documents, %.2f s, %.1f MB\n",
                documents,
                took.count(),
                static_cast<double>(bytes.size()) / 1e6);
    generator::write_file(argv[3], bytes);
    return 0;
}
