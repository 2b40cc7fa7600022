#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "generator/incremental/inputs.hpp"
#include "generator/site_files.hpp"

namespace okienko::generator {

/// Where finished files go, with what they were made of. Called from several threads at once.
using FileSink =
    std::function<void(const SiteFile& output, std::string_view bytes, const Reads& reads)>;

struct Drawing {
    const PreparedSite& prepared;
    const SectionFrames& frames;
    std::span<const SiteFile* const> files;  ///< What is to be made.
    InputTable& inputs;                      ///< Where reads get their numbers.
    unsigned threads = 1;
    /// Called now and then from one thread.
    std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// Makes the files on several threads, each with one buffer that is used again and again, and
/// hands them to the sink. Problems of templates are added in the order of files, whatever thread
/// met them. An exception of any thread is thrown again when all have stopped.
void draw(const Drawing& drawing, const FileSink& sink, model::Problems& problems);

}  // namespace okienko::generator
