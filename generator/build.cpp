#include "generator/build.hpp"

#include <optional>

#include "generator/file_tree.hpp"
#include "generator/page_renderer.hpp"
#include "generator/prepared_site.hpp"
#include "generator/release.hpp"

namespace okienko::generator {
namespace {

/// "20261122T143000Z" of the build's clock.
std::string release_id(std::chrono::sys_seconds now) {
    auto day = std::chrono::floor<std::chrono::days>(now);
    auto date = model::to_iso(model::Date{day});
    std::erase(date, '-');
    auto seconds = (now - day).count();
    auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return date + "T" + two(seconds / 3600) + two(seconds / 60 % 60) + two(seconds % 60) + "Z";
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
    if (!prepared) return problems;

    std::optional<ReleaseWriter> release;
    FileSink sink;
    if (request.output == Output::Release && problems.empty()) {
        release.emplace(request.instance.site(), release_id(request.now));
        sink = [&release](std::string_view path, std::string_view bytes) {
            release->write(path, bytes);
        };
    }
    auto drawn = render_site(*prepared, request.threads, request.progress, sink, problems);
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
