#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/build.hpp"
#include "generator/feeds/data_file.hpp"
#include "generator/incremental/input_fingerprints.hpp"
#include "generator/page.hpp"
#include "generator/site.hpp"
#include "generator/theme.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// A file that the site carries as it is.
struct StaticFile {
    std::string address;
    std::string bytes;             ///< Used when `source` is empty.
    std::filesystem::path source;  ///< A file to copy.
    Fingerprint fingerprint = 0;   ///< Of the bytes, or of the state of the file to copy.
};

/// Everything a build needs to draw: inputs read and checked, outputs named but not yet made.
/// Lives behind a pointer, because pages point into the site.
struct PreparedSite {
    /// The state of everything that is read, from before it was read (source_state.hpp).
    SourceState sources;
    SiteData data;
    std::optional<Site> site;  ///< Of `data`, once it is indexed.
    /// Of `data`; only for what will be published.
    std::optional<InputFingerprints> fingerprints;
    std::unique_ptr<Theme> theme;
    Pages pages;
    DataFiles data_files;
    std::vector<StaticFile> static_files;
    model::Problems warnings;
};

/// Reads settings, theme, catalogue and content and checks them against each other. Adds every
/// problem it finds; answers with nothing when so much is wrong that no page can be tried.
std::unique_ptr<PreparedSite> prepare_site(const BuildRequest& request,
                                           Timings& timings,
                                           model::Problems& problems);

}  // namespace okienko::generator
