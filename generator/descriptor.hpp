#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace okienko::generator {

/// An open file or folder that closes itself: for what has to be durable or locked, which streams
/// cannot promise. Every failure is a FileError. Closed in programs that this one starts.
class Descriptor {
  public:
    /// As open(2): O_RDONLY | O_DIRECTORY, O_WRONLY | O_CREAT …
    Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0);
    /// As openat(2): a path below an open folder.
    Descriptor(const Descriptor& folder, const std::string& path, int flags, mode_t mode = 0);
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int value() const { return value_; }

    void write_all(std::string_view bytes) const;

    /// Returns when the file's bytes, or the folder's names, will outlive a loss of power.
    void sync() const;
    /// The same for everything written so far to the file system that it lies on.
    void sync_file_system() const;

  private:
    std::filesystem::path path_;
    int value_;
};

/// Makes names that were added to a folder, or taken from it, durable.
void sync_folder(const std::filesystem::path& folder);

}  // namespace okienko::generator
