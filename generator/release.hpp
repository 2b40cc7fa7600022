#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "generator/descriptor.hpp"

namespace okienko::generator {

/// A published state of the site: site/releases/<id>/. `site/current` is a symbolic link to one.
struct Release {
    std::string id;  ///< "20261122T143000Z": the build's clock in UTC; "-02" when taken twice.
    bool current = false;
};

/// All releases below a site folder, the oldest first.
std::vector<Release> releases(const std::filesystem::path& site);

/// The id of the release that `current` points to; empty when there is none.
std::string current_release(const std::filesystem::path& site);

/// Points `current` at another release: the given one, or the newest that is older than the current
/// one. Answers with its id, or nothing when there is no such release. The swap is atomic
/// (rename(2) of a symbolic link): a reader sees the one or the other.
std::optional<std::string> roll_back(const std::filesystem::path& site,
                                     const std::optional<std::string>& id);

/// Keeps other builds and rollbacks of the same site out (flock(2) on site/.lock) while it lives.
/// Throws FileError when somebody else holds it for longer than a moment.
class SiteLock {
  public:
    explicit SiteLock(const std::filesystem::path& site);
    SiteLock(const SiteLock&) = delete;
    SiteLock& operator=(const SiteLock&) = delete;

  private:
    Descriptor file_;
};

/// Where what belongs to a release lies.
struct ReleasePlaces {
    std::filesystem::path site;

    [[nodiscard]] std::filesystem::path all() const { return site / "releases"; }
    [[nodiscard]] std::filesystem::path folder(const std::string& id) const { return all() / id; }
    /// What the release was made of (incremental/build_record.hpp).
    [[nodiscard]] std::filesystem::path record(const std::string& id) const {
        return site / "records" / (id + ".record");
    }
    /// A second copy of the release in hard links, ready to become the next one.
    [[nodiscard]] std::filesystem::path spare(const std::string& id) const {
        return all() / (std::string{kSparePrefix} + id);
    }
    /// What is being written, or was when a build was killed.
    [[nodiscard]] std::filesystem::path unfinished(const std::string& name) const {
        return all() / (std::string{kUnfinishedPrefix} + name);
    }

    static constexpr std::string_view kSparePrefix = ".spare-";
    static constexpr std::string_view kUnfinishedPrefix = ".unfinished-";
};

/// Points `current` at the release at once and for good (rename(2), then fsync(2)).
void make_current(const std::filesystem::path& site, const std::string& id);

}  // namespace okienko::generator
