#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "generator/instance.hpp"
#include "model/checked.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

enum class Output {
    Nothing,  ///< `check`: everything is made and looked at, nothing is written.
    Release,  ///< `build`: a release is written and published.
};

struct BuildRequest {
    Instance instance;
    Output output = Output::Release;
    std::chrono::sys_seconds now;  ///< The build's only clock: same inputs and clock, same bytes.
    unsigned threads = 1;
    /// Called now and then from one thread while pages are made.
    std::function<void(std::size_t done, std::size_t total)> progress = {};
};

struct BuildReport {
    std::size_t pages = 0;
    std::size_t files = 0;  ///< Pages included.
    std::uintmax_t bytes = 0;
    std::string release;  ///< Id of the published release; empty for Output::Nothing.
    model::Problems warnings;
};

/// Settings + content + catalogue + theme → a checked, published site, or every problem in them.
/// With a problem nothing is published and the live site stays as it was. Throws FileError and
/// db::DatabaseError for what no editor can mend.
model::Checked<BuildReport, model::Problem> build(const BuildRequest& request);

}  // namespace okienko::generator
