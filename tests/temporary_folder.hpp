#pragma once

#include <stdlib.h>  // NOLINT: mkdtemp is POSIX, not in <cstdlib>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace okienko::tests {

/// A folder of its own for one test, removed with everything in it.
class TemporaryFolder {
  public:
    explicit TemporaryFolder(
        const std::filesystem::path& below = std::filesystem::temp_directory_path()) {
        auto pattern = (below / "okienko-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp: " + pattern);
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::filesystem::path& name) const {
        return path_ / name;
    }

  private:
    std::filesystem::path path_;
};

}  // namespace okienko::tests
