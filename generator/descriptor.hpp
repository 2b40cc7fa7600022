#pragma once

#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

namespace okienko::generator {

/// An open file or folder that closes itself: for what has to be durable or locked, which streams
/// cannot promise. Every failure is a FileError. Closed in programs that this one starts.
class Descriptor {
  public:
    /// As open(2): O_RDONLY | O_DIRECTORY, O_WRONLY | O_CREAT …
    Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0);
    /// Takes over what has been opened already; `path` is for messages.
    struct Opened {
        int value;
    };
    Descriptor(std::filesystem::path path, Opened opened)
        : path_(std::move(path)), value_(opened.value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int value() const { return value_; }

    /// Takes the exclusive lock of the file or folder (flock(2)) until this closes; false when
    /// somebody else holds it.
    [[nodiscard]] bool try_lock() const;
    /// The same, when whoever holds it has let it go.
    void wait_for_lock() const;

    /// The next bytes of the file, as many as there is room for; 0 at its end.
    [[nodiscard]] std::size_t read(std::span<char> room) const;

    void write_all(std::string_view bytes) const;
    /// Over what stands at this place of the file.
    void write_at(std::size_t place, std::string_view bytes) const;

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
