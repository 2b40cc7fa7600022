#include "backup/instance_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "backup/state_swap.hpp"
#include "generator/file_tree.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;

constexpr int kFolder = O_RDONLY | O_DIRECTORY;

/// False when somebody else's lock is in the way.
bool try_lock(const generator::Descriptor& folder, int kind, const fs::path& root) {
    if (::flock(folder.value(), kind | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK) generator::throw_file_error("nie można zająć folderu", root);
    return false;
}

[[noreturn]] void refuse_during_restore(const fs::path& root) {
    throw generator::FileError("w folderze " + root.string() +
                               " trwa przywracanie kopii zapasowej; poczekaj, aż się skończy");
}

void settle(const fs::path& root) {
    generator::Descriptor folder{root, kFolder};
    if (!try_lock(folder, LOCK_EX, root)) refuse_during_restore(root);
    settle_swap(root);
}

}  // namespace

InstanceUse::InstanceUse(const fs::path& root) {
    if (!fs::is_directory(root)) return;
    do {
        lock_.reset();
        if (has_unsettled_swap(root)) settle(root);
        lock_.emplace(root, kFolder);
        if (!try_lock(*lock_, LOCK_SH, root)) refuse_during_restore(root);
        // A restore may have begun and been killed just before the lock was ours.
    } while (has_unsettled_swap(root));
}

InstanceTakeover::InstanceTakeover(const fs::path& root) : lock_(root, kFolder) {
    if (!try_lock(lock_, LOCK_EX, root)) {
        throw generator::FileError("w folderze " + root.string() +
                                   " pracuje teraz okienko (serve, build albo inne polecenie); "
                                   "zatrzymaj je albo poczekaj, aż skończy");
    }
    settle_swap(root);
}

}  // namespace okienko::backup
