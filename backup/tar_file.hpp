#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "generator/descriptor.hpp"

/// Archives that any tar opens: pax interchange format (POSIX.1-2001), packed with gzip.
namespace okienko::backup {

enum class MemberKind {
    File,
    Folder,
    Other,  ///< Links, devices: we write none and take none.
};

struct Member {
    std::string path;  ///< UTF-8, relative, without "/" at the end.
    MemberKind kind = MemberKind::File;
    std::uint64_t size = 0;
    mode_t mode = 0;  ///< Permission bits only.
    std::chrono::sys_seconds modified;
};

/// Writes an archive from the beginning of an open, empty file. The same members and bytes give the
/// same archive. Every failure is a FileError that names `name`.
class TarWriter {
  public:
    TarWriter(const generator::Descriptor& file, const std::filesystem::path& name);
    TarWriter(const TarWriter&) = delete;
    TarWriter& operator=(const TarWriter&) = delete;
    /// Without `finish`, what was written is no archive.
    ~TarWriter();

    /// Begins a member; exactly `member.size` bytes have to follow.
    void begin(const Member& member);
    void append(std::string_view bytes);
    /// Writes the end of the archive; the caller makes it durable.
    void finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads an archive, whoever made it. What is broken in it is no exception: the archive ends there,
/// and `damage` tells. The constructor throws FileError when there is no such file.
class TarReader {
  public:
    explicit TarReader(const std::filesystem::path& file);
    TarReader(const TarReader&) = delete;
    TarReader& operator=(const TarReader&) = delete;
    ~TarReader();

    /// The next member; nothing at the end of the archive, or of what is whole of it.
    std::optional<Member> next();

    /// Bytes of the present member, as many as there are and fit; 0 at its end or at damage.
    std::size_t read(std::span<char> buffer);

    /// What the library says about the place where the archive is broken, in English.
    [[nodiscard]] const std::optional<std::string>& damage() const { return damage_; }

  private:
    struct State;
    std::unique_ptr<State> state_;
    std::optional<std::string> damage_;
};

}  // namespace okienko::backup
