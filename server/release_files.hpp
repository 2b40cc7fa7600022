#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <variant>

namespace okienko::server {

/// A file descriptor that is closed once.
class Descriptor {
  public:
    explicit Descriptor(int value = -1) : value_(value) {}
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int value() const { return value_; }

  private:
    int value_;
};

/// A regular file that is open for reading. May be read by several threads at once.
class OpenFile {
  public:
    OpenFile(Descriptor descriptor,
             std::uint64_t inode,
             std::uint64_t size,
             std::int64_t modified_ns);

    [[nodiscard]] std::uint64_t inode() const { return inode_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::int64_t modified_ns() const { return modified_ns_; }  ///< Since 1970, UTC.

    /// Reads up to `size` bytes at `offset`; 0 at the end of the file. Throws std::system_error.
    std::size_t read_at(std::uint64_t offset, char* into, std::size_t size) const;

  private:
    Descriptor descriptor_;
    std::uint64_t inode_;
    std::uint64_t size_;
    std::int64_t modified_ns_;
};

struct Nothing {};
struct Folder {};
/// What there is at a path.
using ReleaseEntry = std::variant<Nothing, Folder, std::shared_ptr<const OpenFile>>;

/// One release of the site, held by its folder: whoever publishes or rolls back in the meantime,
/// all that is opened through this object comes from the same release.
class ReleaseFiles {
  public:
    /// `current` may be a symbolic link to the release. Throws std::system_error when there is no
    /// such folder.
    explicit ReleaseFiles(const std::filesystem::path& current);

    /// What there is at "/uslugi/klub/index.html". Cannot leave the release: names that are empty,
    /// begin with a dot or hold a NUL do not exist, and symbolic links are not followed (a release
    /// has none). Throws std::system_error when the system fails.
    [[nodiscard]] ReleaseEntry open(std::string_view path) const;

  private:
    Descriptor folder_;
};

}  // namespace okienko::server
