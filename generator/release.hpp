#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace okienko::generator {

/// A published state of the site: site/releases/<id>/. `site/current` is a symbolic link to one.
struct Release {
    std::string id;  ///< "20261122T143000Z": the build's clock in UTC; "-02" when taken twice.
    bool current = false;
};

/// All releases below a site folder, the oldest first.
std::vector<Release> releases(const std::filesystem::path& site);

/// Points `current` at another release: the given one, or the newest that is older than the current
/// one. Answers with its id, or nothing when there is no such release. The swap is atomic
/// (rename(2) of a symbolic link): a reader sees the one or the other.
std::optional<std::string> roll_back(const std::filesystem::path& site,
                                     const std::optional<std::string>& id);

/// Keeps other builds and rollbacks of the same site out (flock(2) on site/.lock) while it lives.
/// Throws FileError when somebody else holds it.
class SiteLock {
  public:
    explicit SiteLock(const std::filesystem::path& site);
    SiteLock(const SiteLock&) = delete;
    SiteLock& operator=(const SiteLock&) = delete;
    ~SiteLock();

  private:
    int descriptor_;
};

/// A release that is being written, beside the live one. Until `publish` nobody sees it; destroyed
/// before that, it leaves nothing. Remains of builds that were killed are cleared away first.
class ReleaseWriter {
  public:
    ReleaseWriter(std::filesystem::path site, const std::string& id);
    ReleaseWriter(const ReleaseWriter&) = delete;
    ReleaseWriter& operator=(const ReleaseWriter&) = delete;
    ~ReleaseWriter();

    /// Writes one file, "uslugi/x/index.html". Thread-safe. Throws FileError.
    void write(std::string_view path, std::string_view bytes);

    /// Flushes everything to disk, gives the release its name and makes it current; then removes
    /// all but the newest `keep` releases (never the current one). Answers with the release's id.
    std::string publish(int keep);

  private:
    void make_folder_of(std::string_view path);

    SiteLock lock_;
    std::filesystem::path site_;
    std::string id_;
    std::filesystem::path unfinished_;
    std::mutex mutex_;
    std::unordered_set<std::string> folders_;
    bool published_ = false;
};

}  // namespace okienko::generator
