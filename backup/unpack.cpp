#include "backup/unpack.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <optional>

#include "backup/parts.hpp"
#include "backup/sha256.hpp"
#include "backup/tar_file.hpp"
#include "generator/file_tree.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;
using generator::Descriptor;
using generator::throw_file_error;

/// Beyond any real centre: a quarter of a million files.
constexpr std::uint64_t kLongestManifest = 64'000'000;
constexpr std::size_t kBlock = 65'536;
constexpr mode_t kOwnerFile = 0600;
constexpr mode_t kOwnerFolder = 0700;

std::uint64_t total_size(const Manifest& manifest) {
    std::uint64_t total = 0;
    for (const auto& entry : manifest.entries) total += entry.size;
    return total;
}

/// Its owner can always read and write it; nobody else sees what is private.
mode_t mode_of_file(const Member& member) {
    bool secret = part_of(member.path)->privacy == Privacy::OwnerOnly;
    return secret ? kOwnerFile : member.mode | kOwnerFile;
}

bool is_as_listed(const Member& member, const ManifestEntry& entry) {
    if (member.path != entry.path) return false;
    if (entry.kind == EntryKind::Folder) return member.kind == MemberKind::Folder;
    return member.kind == MemberKind::File && member.size == entry.size;
}

class Unpacking {
  public:
    Unpacking(const fs::path& archive, const fs::path& folder) : tar_(archive), folder_(folder) {}

    model::Checked<Manifest, Fault> run(const Progress& progress) {
        auto manifest = read_manifest();
        if (!manifest.ok()) return manifest;
        Meter meter{progress, total_size(manifest.value())};
        if (unpack_all(manifest.value(), meter)) require_end();
        if (!faults_.empty()) return faults_;
        return manifest;
    }

  private:
    model::Checked<Manifest, Fault> read_manifest() {
        auto member = tar_.next();
        bool is_ours = member && member->path == kManifestPath &&
                       member->kind == MemberKind::File && member->size <= kLongestManifest;
        if (!is_ours) {
            return Faults{{{}, "to nie jest kopia zapasowa programu okienko" + detail()}};
        }
        std::string text(member->size, '\0');
        std::size_t filled = 0;
        while (auto size = tar_.read(std::span{text}.subspan(filled))) filled += size;
        if (tar_.damage()) return Faults{{{}, "kopia jest uszkodzona" + detail()}};
        return parse_manifest(text);
    }

    /// False when the archive ends or goes astray before the manifest does.
    bool unpack_all(const Manifest& manifest, Meter& meter) {
        for (const auto& entry : manifest.entries) {
            auto member = tar_.next();
            if (!member) {
                fault(entry.path, "kopia jest ucięta albo uszkodzona w tym miejscu" + detail());
                return false;
            }
            if (!is_as_listed(*member, entry)) {
                fault(member->path, "nie zgadza się ze spisem zawartości kopii");
                return false;
            }
            if (entry.kind == EntryKind::Folder) {
                make_folder(*member);
            } else {
                unpack_file(*member, entry, meter);
            }
        }
        return true;
    }

    void require_end() {
        if (auto member = tar_.next()) fault(member->path, "nie ma tego w spisie zawartości kopii");
        if (tar_.damage()) fault({}, "kopia jest ucięta albo uszkodzona na końcu" + detail());
    }

    void make_folder(const Member& member) {
        auto path = folder_ / member.path;
        auto mode = member.mode | kOwnerFolder;
        if (::mkdir(path.c_str(), mode) != 0 || ::chmod(path.c_str(), mode) != 0) {
            throw_file_error("nie można utworzyć folderu", path);
        }
    }

    void unpack_file(const Member& member, const ManifestEntry& entry, Meter& meter) {
        auto path = folder_ / member.path;
        Descriptor file{path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, kOwnerFile};
        Sha256 digest;
        while (auto size = tar_.read(buffer_)) {
            std::string_view bytes{buffer_.data(), size};
            digest.add(bytes);
            file.write_all(bytes);
            meter.add(size);
        }
        if (digest.hex() != entry.sha256) fault(entry.path, "suma kontrolna się nie zgadza");
        const timespec moment{member.modified.time_since_epoch().count(), 0};
        const std::array<timespec, 2> times{moment, moment};
        if (::fchmod(file.value(), mode_of_file(member)) != 0 ||
            ::futimens(file.value(), times.data()) != 0) {
            throw_file_error("nie można zapisać", path);
        }
    }

    [[nodiscard]] std::string detail() const {
        return tar_.damage() ? " (" + *tar_.damage() + ")" : "";
    }

    void fault(std::string path, std::string message) {
        faults_.push_back({std::move(path), std::move(message)});
    }

    TarReader tar_;
    fs::path folder_;
    Faults faults_;
    std::array<char, kBlock> buffer_{};
};

}  // namespace

model::Checked<Manifest, Fault> unpack(const fs::path& archive,
                                       const fs::path& folder,
                                       const Progress& progress) {
    return Unpacking{archive, folder}.run(progress);
}

}  // namespace okienko::backup
