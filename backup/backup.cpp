#include "backup/backup.hpp"

#include <optional>

#include "backup/instance_lock.hpp"
#include "backup/inventory.hpp"
#include "backup/pack.hpp"
#include "backup/unfinished_archive.hpp"
#include "db/database_copy.hpp"
#include "db/error.hpp"
#include "generator/file_tree.hpp"
#include "model/date.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 3;

// --- Where the archive goes -------------------------------------------------------------------

/// The target itself, or a file in it when it is a folder.
fs::path archive_path(const BackupRequest& request) {
    if (!fs::is_directory(request.target)) return request.target;
    auto centre = fs::canonical(request.root).filename().string();
    return request.target /
           ("kopia-" + centre + "-" + model::to_compact_utc(request.now) + ".tar.gz");
}

bool lies_in(const fs::path& folder, const fs::path& file) {
    auto place = [](const fs::path& path) { return fs::weakly_canonical(fs::absolute(path)); };
    auto relative = place(file).lexically_relative(place(folder));
    return !relative.empty() && *relative.begin() != "..";
}

Faults faults_of_target(const fs::path& root, const fs::path& archive) {
    if (fs::exists(fs::symlink_status(archive))) {
        return {{archive.string(), "plik już istnieje; podaj inną nazwę albo folder"}};
    }
    for (const auto* published : {"content", "themes", "site"}) {
        if (!lies_in(root / published, archive)) continue;
        return {{archive.string(), "to miejsce jest publikowane na stronie; wybierz inne"}};
    }
    return {};
}

// --- What goes into it ------------------------------------------------------------------------

/// Every byte is read for the manifest and once more for the archive; those of a database are
/// copied before.
std::uint64_t work_in(const std::vector<Item>& items) {
    std::uint64_t total = 0;
    for (const auto& item : items) {
        if (item.kind == ItemKind::Folder) continue;
        std::error_code gone;
        auto size = fs::file_size(item.source, gone);
        if (!gone) total += size * (item.kind == ItemKind::Database ? 3 : 2);
    }
    return total;
}

void copy_database(const Item& item, const fs::path& copy, Meter& meter) {
    auto size = fs::file_size(item.source);
    std::uint64_t reported = 0;
    db::copy_database(item.source, copy, [&](std::size_t done, std::size_t total) {
        auto copied = total == 0 ? size : size * done / total;
        meter.add(copied - reported);
        reported = copied;
    });
    if (auto broken = db::integrity_fault(copy)) {
        throw db::DatabaseError(item.source.string() + ": " + *broken,
                                "przywróć ją z wcześniejszej kopii zapasowej");
    }
}

BackupReport report_of(const Inventory& inventory, const fs::path& archive) {
    BackupReport report;
    report.archive = archive;
    report.archive_bytes = fs::file_size(archive);
    report.skipped = inventory.skipped;
    for (const auto& item : inventory.items) {
        if (item.kind == ItemKind::File) ++report.files;
        if (item.kind == ItemKind::Database) ++report.databases;
    }
    return report;
}

}  // namespace

model::Checked<BackupReport, Fault> back_up(const BackupRequest& request) {
    InstanceUse use{request.root};
    auto archive = archive_path(request);
    std::string changed;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        auto inventory = take_inventory(request.root);
        if (!inventory.ok()) return inventory.problems();
        if (auto faults = faults_of_target(request.root, archive); !faults.empty()) return faults;

        const auto& items = inventory.value().items;
        UnfinishedArchive unfinished{archive};
        Meter meter{request.progress, work_in(items)};
        for (const auto& item : items) {
            if (item.kind != ItemKind::Database) continue;
            copy_database(item, unfinished.folder() / item.path, meter);
        }
        auto disturbed =
            pack(items,
                 {unfinished.archive(), unfinished.folder(), request.program, request.now},
                 meter);
        if (!disturbed) {
            unfinished.publish();
            return report_of(inventory.value(), archive);
        }
        changed = *disturbed;
    }
    throw generator::FileError("plik " + changed +
                               " ciągle się zmienia; spróbuj, gdy nikt go nie zapisuje");
}

}  // namespace okienko::backup
