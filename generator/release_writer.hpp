#pragma once

#include <cstddef>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "generator/release.hpp"
#include "generator/release_tree.hpp"

namespace okienko::generator {

/// A release that is being written, beside the live one. Until `publish` nobody sees it; destroyed
/// before `finish`, it leaves nothing. What a killed build leaves, tidy_releases clears away.
///
/// Files that stay as they are in the release before are hard links to it. When tidy_releases has
/// left a spare copy of that release, it becomes the new one, and only differences are touched.
/// The caller holds the SiteLock.
class ReleaseWriter {
  public:
    /// `base` is the release whose files may be kept; empty for none.
    ReleaseWriter(std::filesystem::path site, const std::string& id, std::string base);
    ReleaseWriter(const ReleaseWriter&) = delete;
    ReleaseWriter& operator=(const ReleaseWriter&) = delete;
    ~ReleaseWriter();

    /// Writes one file, "uslugi/x/index.html". Thread-safe. Throws FileError.
    void write(const std::string& path, std::string_view bytes);

    /// Whether `finish` has to be told which files are kept: in a spare copy they are already.
    [[nodiscard]] bool links_kept_files();

    /// Flushes everything to disk and gives the release its name; `kept` are the files that stay as
    /// they are in the base, `dropped` those of the base that are gone. Nobody sees it yet.
    void finish(const std::vector<std::string>& kept, const std::vector<std::string>& dropped);

    /// Makes it current.
    void publish();

    [[nodiscard]] const std::string& id() const { return id_; }

  private:
    /// Makes the folder on the first change: a build without one leaves no trace.
    void begin();
    void flush();
    void flush_ahead(std::size_t bytes);

    ReleasePlaces places_;
    std::string id_;
    std::string base_;
    std::filesystem::path unfinished_;
    std::unique_ptr<ReleaseTree> tree_;  ///< In `unfinished_`; locked, so that nobody clears it.
    bool from_spare_ = false;
    bool finished_ = false;
    std::mutex mutex_;
    std::vector<std::string> written_;  ///< As long as they are few.
    std::size_t unflushed_ = 0;         ///< Bytes written since the last flush began.
    std::future<void> flushed_ahead_;   ///< Destroyed before the tree, whose flush it is.
};

}  // namespace okienko::generator
