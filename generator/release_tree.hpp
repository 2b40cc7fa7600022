#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>

#include "generator/descriptor.hpp"

namespace okienko::generator {

/// The files of one release. Those that do not change from one release to the next are the same
/// files, under a name in each (hard links), so a file is never written in place: it is removed,
/// and made anew. Folders come with their first file and go with their last. Thread-safe, as long
/// as no two threads touch the same file. Every failure is a FileError.
class ReleaseTree {
  public:
    explicit ReleaseTree(const std::filesystem::path& folder);

    void write(const std::string& file, std::string_view bytes);
    /// Takes over the file of the same name from another release.
    void link_from(const ReleaseTree& other, const std::string& file);
    /// Nothing happens when there is no such file.
    void remove(const std::string& file);

    [[nodiscard]] const Descriptor& folder() const { return folder_; }
    /// Whether any folder has come or gone.
    [[nodiscard]] bool is_reshaped() const { return reshaped_; }

  private:
    /// Tries once more when it was only a folder that was missing.
    template <class Attempt>
    bool with_folders(const std::string& file, Attempt attempt);
    void make_folders_of(const std::string& file);

    std::filesystem::path path_;
    Descriptor folder_;
    std::atomic<bool> reshaped_{false};
};

}  // namespace okienko::generator
