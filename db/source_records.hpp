#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace okienko::db {

/// Where an imported card comes from. An empty text says nothing.
struct SourceRecord {
    std::string kind;  ///< place, provider or service.
    std::string uuid;
    std::string source_id;
    std::string original;  ///< JSON.
    bool operator==(const SourceRecord&) const = default;
};

/// All of them, in the order of kind and UUID. Throws DatabaseError when the file is not usable.
std::vector<SourceRecord> read_source_records(const std::filesystem::path& file);

}  // namespace okienko::db
