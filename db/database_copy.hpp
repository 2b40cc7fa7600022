#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

/// Copies of whole databases, for backups. Whatever tables they have: this file knows none.
namespace okienko::db {

/// Told now and then how many pages of the database are copied, of how many.
using CopyProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Writes the database as it stands at one moment into a new file, while others go on reading and
/// writing (sqlite.org/backup.html). The copy is one plain file, without a write-ahead log beside
/// it; it is not flushed to disk. Never writes to `from`. Throws DatabaseError.
void copy_database(const std::filesystem::path& from,
                   const std::filesystem::path& copy,
                   const CopyProgress& progress = {});

/// What is broken in a database that nobody is using, as a Polish clause ("nie jest bazą danych");
/// nothing when SQLite finds every page and index in order. Reads the whole file. Throws
/// DatabaseError when the file cannot be read at all.
std::optional<std::string> integrity_fault(const std::filesystem::path& file);

/// The number of the last migration that the database has seen. Throws DatabaseError.
int schema_version_of(const std::filesystem::path& file);

}  // namespace okienko::db
