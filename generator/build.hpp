#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "generator/incremental/freshness.hpp"
#include "generator/instance.hpp"
#include "generator/timings.hpp"
#include "model/catalogue.hpp"
#include "model/checked.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

enum class Output {
    Nothing,  ///< `check`: everything is made and looked at, nothing is written.
    Release,  ///< `build`: a release is written and published.
};

enum class Extent {
    Changes,     ///< Only what the last release does not have as it should be.
    Everything,  ///< Every file is made and written anew.
};

enum class Explain { No, Yes };

/// What of the editors' work a build shows.
enum class Drafts {
    Hidden,
    Shown,  ///< Also what is not public yet: drafts, pages whose publish_on and services whose
            ///< valid_from are still to come. Each carries a mark (PageHead::unpublished).
};

struct BuildRequest {
    Instance instance;
    Output output = Output::Release;
    Extent extent = Extent::Changes;
    Explain explain = Explain::No;
    Drafts drafts = Drafts::Hidden;
    std::filesystem::path site = instance.site();  ///< Where the release goes.
    std::chrono::sys_seconds now;  ///< The build's only clock: same inputs and clock, same bytes.
    unsigned threads = 1;
    /// Called with the catalogue that was read: what is not in it yet is looked at as if it were.
    std::function<void(model::Catalogue&)> amend = {};
    /// Called when the catalogue is there and the threads that read it have ended.
    std::function<void()> catalogue_was_read = {};
    /// Called now and then from one thread while pages are made.
    std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// A file that was made, and why.
struct MadeFile {
    std::string address;
    Reason reason;
};

struct BuildReport {
    std::size_t pages = 0;
    std::size_t files = 0;    ///< Pages included.
    std::size_t written = 0;  ///< Files whose bytes differ from the last release, or are new.
    std::size_t removed = 0;  ///< Files of the last release that this one does not have.
    std::size_t made = 0;     ///< Files that had to be made; of them, `written` were written.
    std::vector<MadeFile> explained;  ///< Why, file by file: only for Explain::Yes.
    std::string release;              ///< Id of the live release; empty for Output::Nothing.
    bool published = false;  ///< Whether it is new: without a difference the last one stays.
    int keep_releases = 0;   ///< For tidy_releases.
    model::Problems warnings;
    Timings timings;
    /// What was read and made of it: nobody needs it, but freeing it card by card takes a while. A
    /// program that ends anyway may leave that to the system.
    std::shared_ptr<const void> remains;
};

/// Settings + content + catalogue + theme → a checked, published site, or every problem in them.
/// With a problem nothing is published and the live site stays as it was. Old releases are left to
/// tidy_releases. Throws FileError and db::DatabaseError for what no editor can mend.
model::Checked<BuildReport, model::Problem> build(const BuildRequest& request);

}  // namespace okienko::generator
