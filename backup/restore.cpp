#include "backup/restore.hpp"

#include <fcntl.h>

#include "backup/instance_lock.hpp"
#include "backup/manifest.hpp"
#include "backup/parts.hpp"
#include "backup/state_swap.hpp"
#include "backup/unpack.hpp"
#include "db/database_copy.hpp"
#include "generator/descriptor.hpp"
#include "model/date.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOldState = "przed-przywroceniem-";

bool is_database(const ManifestEntry& entry) {
    return part_of(entry.path)->kind == PartKind::Database;
}

/// What makes an unpacked database unusable to this program; empty when nothing does.
std::string database_fault(const Part& part, const fs::path& file) {
    if (auto broken = db::integrity_fault(file)) return *broken;
    if (!part.migrations) return {};
    int found = db::schema_version_of(file);
    int known = part.migrations().back().number;
    if (found <= known) return {};
    return "baza ma układ nr " + std::to_string(found) + ", a ten program zna układy do nr " +
           std::to_string(known) + "; zainstaluj nowszą wersję programu okienko";
}

Faults database_faults(const Manifest& manifest, const fs::path& folder) {
    Faults faults;
    for (const auto& entry : manifest.entries) {
        if (!is_database(entry)) continue;
        auto fault = database_fault(*part_of(entry.path), folder / entry.path);
        if (!fault.empty()) faults.push_back({entry.path, fault});
    }
    return faults;
}

RestoreReport report_of(const Manifest& manifest) {
    RestoreReport report;
    report.created = manifest.created;
    for (const auto& entry : manifest.entries) {
        if (entry.kind == EntryKind::Folder) continue;
        ++(is_database(entry) ? report.databases : report.files);
    }
    return report;
}

}  // namespace

model::Checked<RestoreReport, Fault> restore(const RestoreRequest& request) {
    generator::Descriptor there{request.archive, O_RDONLY};  // A mistyped name makes no folder.
    fs::create_directories(request.root);
    InstanceTakeover alone{request.root};
    NewState next{request.root};
    auto manifest = unpack(request.archive, next.folder(), request.progress);
    if (!manifest.ok()) return manifest.problems();
    auto faults = database_faults(manifest.value(), next.folder());
    if (!faults.empty()) return faults;

    auto swapped = next.swap_in(std::string{kOldState} + model::to_compact_utc(request.now));
    auto report = report_of(manifest.value());
    report.not_in_archive = swapped.not_replaced;
    if (!swapped.old_state.empty()) report.old_state = request.root / swapped.old_state;
    return report;
}

}  // namespace okienko::backup
