#include "backup/unfinished_archive.hpp"

#include <fcntl.h>
#include <stdio.h>   // NOLINT: renameat2 is Linux, not in <cstdio>
#include <stdlib.h>  // NOLINT: mkdtemp is POSIX, not in <cstdlib>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "generator/file_tree.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;
using generator::Descriptor;
using generator::throw_file_error;

constexpr std::string_view kPrefix = ".okienko-kopia-";

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

/// A folder whose maker still lives is locked. One that cannot be opened belongs to somebody else,
/// or has just gone: nothing to clear away either.
bool is_abandoned(const fs::path& folder) {
    int lock = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0) return false;
    bool abandoned = ::flock(lock, LOCK_EX | LOCK_NB) == 0;
    ::close(lock);
    return abandoned;
}

void clear_abandoned(const fs::path& place) {
    for (const auto& entry : fs::directory_iterator{place}) {
        auto name = entry.path().filename().string();
        if (name.starts_with(kPrefix) && entry.is_directory() && is_abandoned(entry.path())) {
            fs::remove_all(entry.path());
        }
    }
}

fs::path make_folder_in(const fs::path& place) {
    auto pattern = (place / (std::string{kPrefix} + "XXXXXX")).string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw_file_error("nie można zapisać kopii w folderze", place);
    }
    return pattern;
}

}  // namespace

UnfinishedArchive::UnfinishedArchive(fs::path target)
    : target_(std::move(target)),
      folder_(make_folder_in(folder_of(target_))),
      lock_(folder_, O_RDONLY | O_DIRECTORY) {
    if (!lock_.try_lock()) throw_file_error("nie można zająć folderu", folder_);
    clear_abandoned(folder_of(target_));
}

UnfinishedArchive::~UnfinishedArchive() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

fs::path UnfinishedArchive::archive() const {
    return folder_ / "archive";
}

void UnfinishedArchive::publish() {
    Descriptor{archive(), O_RDONLY}.sync();
    auto answer =
        ::renameat2(AT_FDCWD, archive().c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE);
    // File systems of other computers and of memory sticks may not know that flag.
    if (answer != 0 && errno == EINVAL && !fs::exists(target_)) {
        answer = ::rename(archive().c_str(), target_.c_str());
    }
    if (answer != 0) throw_file_error("nie można nadać kopii nazwy", target_);
    generator::sync_folder(folder_of(target_));
}

}  // namespace okienko::backup
