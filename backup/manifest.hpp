#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "backup/fault.hpp"
#include "model/checked.hpp"

namespace okienko::backup {

/// The first member of every archive: what follows, and how to tell that it is whole.
inline constexpr std::string_view kManifestPath = "kopia-zapasowa.txt";

enum class EntryKind { File, Folder };

/// One member of the archive, in the archive's order.
struct ManifestEntry {
    EntryKind kind = EntryKind::File;
    std::string path;        ///< "content/kontakt.md"
    std::uint64_t size = 0;  ///< Of a file, in bytes.
    std::string sha256;      ///< Of a file, 64 hexadecimal digits.
    bool operator==(const ManifestEntry&) const = default;
};

struct Manifest {
    std::string program;  ///< The version that made the archive: "0.1.0".
    std::chrono::sys_seconds created;
    std::vector<ManifestEntry> entries;  ///< Sorted by path: a folder before what lies in it.
    bool operator==(const Manifest&) const = default;
};

/// Lines that a person can read and sign for; the last one is the SHA-256 of those before it:
///
///     okienko-backup 1
///     program 0.1.0
///     created 20261122T143000Z
///     folder content
///     file 9f86d081884c7d65… 1024 content/kontakt.md
///     end 60303ae22b998861…
///
/// In paths "%" and control characters are written as "%25", "%0A".
std::string to_text(const Manifest& manifest);

/// Reads what `to_text` wrote. Refuses other formats, damaged lines, and paths that a restore may
/// not touch: absolute, with "..", outside the centre's parts, twice, or without their folder.
model::Checked<Manifest, Fault> parse_manifest(std::string_view text);

}  // namespace okienko::backup
