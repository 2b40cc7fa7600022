#include "backup/parts.hpp"

#include <algorithm>

namespace okienko::backup {
namespace {

constexpr Part kParts[] = {
    {"catalogue.db", PartKind::Database, Privacy::Public, db::catalogue_migrations},
    {"content", PartKind::Folder},
    {"db", PartKind::Folder},  // A centre's own cards, for those who write them as files.
    {"office.db", PartKind::Database, Privacy::OwnerOnly},
    {"okienko.toml", PartKind::File},
    {"themes", PartKind::Folder},
};

}  // namespace

std::span<const Part> parts() {
    return kParts;
}

const Part* part_of(std::string_view path) {
    auto name = path.substr(0, path.find('/'));
    const auto* found = std::find_if(
        std::begin(kParts), std::end(kParts), [&](const Part& part) { return part.name == name; });
    return found == std::end(kParts) ? nullptr : found;
}

}  // namespace okienko::backup
