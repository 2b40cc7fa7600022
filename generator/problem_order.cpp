#include "generator/problem_order.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace okienko::generator {
namespace {

constexpr std::string_view kCatalogue = "catalogue.db";

}  // namespace

void sort_by_place(model::Problems& problems) {
    std::map<std::string, std::size_t> files;
    auto key = [&files](const model::Problem& problem) {
        const auto* at = std::get_if<model::SourcePosition>(&problem.at);
        return at ? std::tuple{files[at->file], at->line, at->column}
                  : std::tuple{files[std::string{kCatalogue}], 0, 0};
    };
    for (const auto& problem : problems) {
        const auto* at = std::get_if<model::SourcePosition>(&problem.at);
        files.emplace(at ? at->file : std::string{kCatalogue}, files.size());
    }
    std::stable_sort(problems.begin(), problems.end(), [&](const auto& a, const auto& b) {
        return key(a) < key(b);
    });
}

}  // namespace okienko::generator
