#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "generator/prepared_site.hpp"

namespace okienko::generator {

/// Where finished files go. Called from several threads at once.
using FileSink = std::function<void(std::string_view path, std::string_view bytes)>;

struct RenderTotals {
    std::size_t files = 0;
    std::uintmax_t bytes = 0;
};

/// Makes every page and data file on `threads` threads, each with one buffer that is used again
/// and again, and hands them to the sink. Problems of templates are added in the order of pages,
/// whatever thread met them. An exception of any thread is thrown again when all have stopped.
RenderTotals render_site(const PreparedSite& prepared,
                         unsigned threads,
                         const std::function<void(std::size_t, std::size_t)>& progress,
                         const FileSink& sink,
                         model::Problems& problems);

/// "/uslugi/" → "uslugi/index.html"; "/404.html" → "404.html".
std::string file_of(std::string_view address);

}  // namespace okienko::generator
