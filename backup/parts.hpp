#pragma once

#include <span>
#include <string_view>

#include "db/migrations.hpp"

namespace okienko::backup {

enum class PartKind {
    File,
    Folder,
    Database,  ///< One file, with "-wal" and "-shm" beside it while somebody uses it.
};

enum class Privacy {
    Public,
    OwnerOnly,  ///< Residents' data: file mode 0600, whatever it was.
};

/// Something in a centre's folder that cannot be made again from the rest. The published site can,
/// so it is no part.
struct Part {
    std::string_view name;
    PartKind kind;
    Privacy privacy = Privacy::Public;
    /// For a database: the schema that this program knows; null where it knows none.
    std::span<const db::Migration> (*migrations)() = nullptr;
};

/// All that a backup takes and a restore puts back, sorted by name. The only list of them.
std::span<const Part> parts();

/// The part that a relative path ("content/kontakt.md") lies in; null when it lies in none.
const Part* part_of(std::string_view path);

}  // namespace okienko::backup
