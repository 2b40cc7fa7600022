#include "generator/build.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "generator/file_tree.hpp"
#include "generator/page_renderer.hpp"
#include "generator/prepared_site.hpp"
#include "generator/release.hpp"

namespace okienko::generator {
namespace {

constexpr std::string_view kCatalogue = "catalogue.db";

/// "20261122T143000Z" of the build's clock.
std::string release_id(std::chrono::sys_seconds now) {
    auto day = std::chrono::floor<std::chrono::days>(now);
    auto date = model::to_iso(model::Date{day});
    std::erase(date, '-');
    auto seconds = (now - day).count();
    auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return date + "T" + two(seconds / 3600) + two(seconds / 60 % 60) + two(seconds % 60) + "Z";
}

/// A file's problems together and from top to bottom, files in the order in which they came up.
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

/// Hands the files that no template draws to the sink; answers with their number and size.
RenderTotals write_static_files(const PreparedSite& prepared, const FileSink& sink) {
    RenderTotals totals;
    for (const auto& file : prepared.static_files) {
        auto bytes = file.source.empty() ? file.bytes : read_file(file.source);
        ++totals.files;
        totals.bytes += bytes.size();
        if (sink) sink(file_of(file.address), bytes);
    }
    return totals;
}

}  // namespace

model::Checked<BuildReport, model::Problem> build(const BuildRequest& request) {
    model::Problems problems;
    auto prepared = prepare_site(request, problems);
    if (!prepared) {
        sort_by_place(problems);
        return problems;
    }

    std::optional<ReleaseWriter> release;
    FileSink sink;
    if (request.output == Output::Release && problems.empty()) {
        release.emplace(request.instance.site(), release_id(request.now));
        sink = [&release](std::string_view path, std::string_view bytes) {
            release->write(path, bytes);
        };
    }
    auto drawn = render_site(*prepared, request.threads, request.progress, sink, problems);
    sort_by_place(problems);
    if (!problems.empty()) return problems;

    auto carried = write_static_files(*prepared, sink);
    BuildReport report{.pages = prepared->pages.size(),
                       .files = drawn.files + carried.files,
                       .bytes = drawn.bytes + carried.bytes,
                       .release = {},
                       .warnings = std::move(prepared->warnings)};
    if (release) report.release = release->publish(prepared->site.settings.site.keep_releases);
    return report;
}

}  // namespace okienko::generator
