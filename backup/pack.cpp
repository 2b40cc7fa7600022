#include "backup/pack.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "backup/manifest.hpp"
#include "backup/parts.hpp"
#include "backup/sha256.hpp"
#include "backup/tar_file.hpp"
#include "generator/file_tree.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;
using generator::Descriptor;

constexpr std::size_t kBlock = 65'536;
constexpr mode_t kOwnerFile = 0600;
constexpr mode_t kManifestMode = 0644;

/// Hands a file on piece by piece. False when there is no such file, or `take` has had enough.
template <class Take>
bool read_pieces(const fs::path& source, Take take) {
    if (!fs::is_regular_file(source)) return false;
    Descriptor file{source, O_RDONLY};
    std::array<char, kBlock> buffer{};
    while (true) {
        auto size = ::read(file.value(), buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) generator::throw_file_error("nie można odczytać", source);
        if (size == 0) return true;
        if (!take(std::string_view{buffer.data(), static_cast<std::size_t>(size)})) return false;
    }
}

mode_t mode_of(const Item& item, mode_t original) {
    return part_of(item.path)->privacy == Privacy::OwnerOnly ? kOwnerFile : original;
}

class Packing {
  public:
    Packing(const PackRequest& request, Meter& meter)
        : request_(request),
          meter_(meter),
          file_(request.archive, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, kOwnerFile),
          tar_(file_, request.archive) {}

    std::optional<std::string> run(const std::vector<Item>& items) {
        Manifest manifest{request_.program, request_.created, {}};
        for (const auto& item : items) {
            auto entry = listed(item);
            if (!entry) return item.path;
            manifest.entries.push_back(std::move(*entry));
        }
        write_manifest(to_text(manifest));
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!write(items[i], manifest.entries[i])) return items[i].path;
        }
        tar_.finish();
        return std::nullopt;
    }

  private:
    [[nodiscard]] fs::path bytes_of(const Item& item) const {
        return item.kind == ItemKind::Database ? request_.copies / item.path : item.source;
    }

    std::optional<ManifestEntry> listed(const Item& item) {
        if (item.kind == ItemKind::Folder)
            return ManifestEntry{EntryKind::Folder, item.path, 0, {}};
        Sha256 digest;
        std::uint64_t size = 0;
        bool whole = read_pieces(bytes_of(item), [&](std::string_view bytes) {
            digest.add(bytes);
            size += bytes.size();
            meter_.add(bytes.size());
            return true;
        });
        if (!whole) return std::nullopt;
        return ManifestEntry{EntryKind::File, item.path, size, digest.hex()};
    }

    void write_manifest(const std::string& text) {
        tar_.begin({std::string{kManifestPath},
                    MemberKind::File,
                    text.size(),
                    kManifestMode,
                    request_.created});
        tar_.append(text);
    }

    /// False when the file is not what the manifest says (any more).
    bool write(const Item& item, const ManifestEntry& entry) {
        struct stat status {};
        if (::stat(item.source.c_str(), &status) != 0) return false;
        bool folder = entry.kind == EntryKind::Folder;
        tar_.begin({entry.path,
                    folder ? MemberKind::Folder : MemberKind::File,
                    entry.size,
                    mode_of(item, status.st_mode),
                    std::chrono::sys_seconds{std::chrono::seconds{status.st_mtime}}});
        return folder || write_bytes(bytes_of(item), entry);
    }

    bool write_bytes(const fs::path& source, const ManifestEntry& entry) {
        Sha256 digest;
        std::uint64_t left = entry.size;
        bool fits = read_pieces(source, [&](std::string_view bytes) {
            if (bytes.size() > left) return false;
            left -= bytes.size();
            digest.add(bytes);
            tar_.append(bytes);
            meter_.add(bytes.size());
            return true;
        });
        return fits && left == 0 && digest.hex() == entry.sha256;
    }

    const PackRequest& request_;
    Meter& meter_;
    Descriptor file_;
    TarWriter tar_;
};

}  // namespace

std::optional<std::string> pack(const std::vector<Item>& items,
                                const PackRequest& request,
                                Meter& meter) {
    return Packing{request, meter}.run(items);
}

}  // namespace okienko::backup
