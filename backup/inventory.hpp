#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "backup/fault.hpp"
#include "model/checked.hpp"

namespace okienko::backup {

enum class ItemKind { File, Folder, Database };

/// Something that belongs into a backup.
struct Item {
    std::string path;              ///< In the centre and in the archive: "content/kontakt.md".
    std::filesystem::path source;  ///< Where its bytes are.
    ItemKind kind = ItemKind::File;
};

struct Inventory {
    std::vector<Item> items;  ///< Sorted by path.
    Faults skipped;           ///< Links that lead nowhere, sockets: nothing to keep, but tell.
};

/// Everything below the centre's parts, hidden files and empty folders too. Links are followed, as
/// the generator follows them: the archive has to hold what they lead to. Refuses names that are
/// not UTF-8 and links that lead into themselves, all at once. Throws FileError where it may not
/// look, or when this is no centre's folder.
model::Checked<Inventory, Fault> take_inventory(const std::filesystem::path& root);

}  // namespace okienko::backup
