// ask_queries RELEASE QUERIES.TSV [details|answers]: asks every query of a file (query, TAB,
// slugs with
// "|" between them, TAB, kind) and prints, by kind, how often the first of its services came first,
// among the first three, and how often all of them were among the first three; then how long an
// answer took. "details" lists the queries that missed; "answers" prints, instead of all this,
// milliseconds and the slugs of the first three answers, as bench/search/table.py reads them.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "generator/released_index.hpp"

namespace {

using okienko::search::Question;
using Clock = std::chrono::steady_clock;

struct Query {
    std::string text;
    std::vector<std::string> slugs;
    std::string kind;
};

/// What this thread has had of a processor, in milliseconds: what others do meanwhile does not
/// count.
double processor_time() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Tally {
    int asked = 0;
    int first = 0;
    int among_three = 0;
    int all_among_three = 0;
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

std::vector<Query> read_queries(const char* file) {
    std::vector<Query> queries;
    std::ifstream stream{file};
    for (std::string line; std::getline(stream, line);) {
        auto parts = split(line, '\t');
        if (parts.size() == 3) queries.push_back({parts[0], split(parts[1], '|'), parts[2]});
    }
    return queries;
}

void print(const std::string& kind, const Tally& tally) {
    auto percent = [&](int part) { return 100.0 * part / std::max(tally.asked, 1); };
    std::printf("| %s | %d | %.1f | %.1f | %.1f |\n",
                kind.c_str(),
                tally.asked,
                percent(tally.first),
                percent(tally.among_three),
                percent(tally.all_among_three));
}

void print_times(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    auto at = [&times](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf("an answer, %s: p50 %.2f ms, p99 %.2f ms, most %.2f ms\n",
                what,
                at(0.5),
                at(0.99),
                times.back());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: ask_queries RELEASE QUERIES.TSV [details|answers]\n";
        return 2;
    }
    std::string mode = argc > 3 ? argv[3] : "";
    auto opening = Clock::now();
    auto opened_index = okienko::generator::released_index(argv[1]);
    const auto& index = *opened_index;
    std::chrono::duration<double, std::milli> opened = Clock::now() - opening;
    std::map<std::string, Tally> tallies;
    std::vector<double> times;
    std::vector<double> processor_times;
    for (const auto& query : read_queries(argv[2])) {
        Question question{.text = query.text, .limit = 10};
        auto begin = Clock::now();
        auto processor_begin = processor_time();
        auto answer = index.ask(question);
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        processor_times.push_back(processor_time() - processor_begin);
        std::vector<std::string> top;
        for (const auto& result : answer.results) {
            if (top.size() < 3) top.push_back(result.slug);
        }
        if (mode == "answers") {
            std::printf("%.3f\t", times.back());
            for (const auto& slug : top) std::printf("%s ", slug.c_str());
            std::printf("\n");
            continue;
        }
        auto among = [&top](const std::string& slug) {
            return std::ranges::find(top, slug) != top.end();
        };
        bool first = !top.empty() && top.front() == query.slugs.front();
        bool all = std::ranges::all_of(query.slugs, among);
        for (const auto& kind : {query.kind, std::string{"all"}}) {
            auto& tally = tallies[kind];
            ++tally.asked;
            tally.first += first ? 1 : 0;
            tally.among_three += among(query.slugs.front()) ? 1 : 0;
            tally.all_among_three += all ? 1 : 0;
        }
        if (mode == "details" && (!first || !all)) {
            std::printf("%s [%s] wants", query.text.c_str(), query.kind.c_str());
            for (const auto& slug : query.slugs) std::printf(" %s", slug.c_str());
            std::printf("\n   corrected: %s\n", answer.corrected.value_or("").c_str());
            for (std::size_t i = 0; i < std::min<std::size_t>(5, answer.results.size()); ++i) {
                std::printf("   %.2f %s %s\n",
                            answer.results[i].score,
                            answer.results[i].slug.c_str(),
                            answer.results[i].excerpt.text.substr(0, 60).c_str());
            }
        }
    }
    if (mode == "answers") return 0;
    std::printf(
        "| kind | queries | primary@1, %% | primary@3, %% | all@3, %% |\n|---|---|---|---|---|\n");
    for (const auto& [kind, tally] : tallies) print(kind, tally);
    if (times.empty()) return 1;
    std::printf("\n%zu documents, %zu words; opened in %.0f ms\n",
                index.documents(),
                index.words(),
                opened.count());
    print_times("by the clock", times);
    print_times("of the processor", processor_times);
    return 0;
}
