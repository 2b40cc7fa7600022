#include "backup/state_swap.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <sstream>

#include "backup/parts.hpp"
#include "generator/descriptor.hpp"
#include "generator/file_tree.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;
using generator::Descriptor;
using generator::FileError;
using generator::sync_folder;
using generator::throw_file_error;

constexpr mode_t kOwnerOnly = 0700;

fs::path work_folder(const fs::path& root) {
    return root / ".restore";
}
fs::path new_folder(const fs::path& root) {
    return work_folder(root) / "new";
}
fs::path journal_file(const fs::path& root) {
    return work_folder(root) / "journal";
}

/// A link counts, whether it leads somewhere or not.
bool is_there(const fs::path& path) {
    return fs::exists(fs::symlink_status(path));
}

void make_folder(const fs::path& path) {
    if (::mkdir(path.c_str(), kOwnerOnly) == 0 || errno == EEXIST) return;
    throw_file_error("nie można utworzyć folderu", path);
}

/// What root restores belongs to whom the centre's folder belongs: the service that is to read it.
void give_to_owner_of(const fs::path& root, const fs::path& path) {
    if (::geteuid() != 0) return;
    struct stat owner {};
    if (::stat(root.c_str(), &owner) != 0 ||
        ::lchown(path.c_str(), owner.st_uid, owner.st_gid) != 0) {
        throw_file_error("nie można przekazać właścicielowi centrum", path);
    }
}

// --- The journal ------------------------------------------------------------------------------

/// What a swap is going to do, written down before it does any of it.
struct Journal {
    std::string old_state;             ///< Name of the folder that the old parts go to.
    std::vector<std::string> retire;   ///< Names that leave the centre's folder.
    std::vector<std::string> install;  ///< Names that come into it.
};

/// A database is moved with what SQLite keeps beside it: a log without its database, or with
/// another one, would destroy it.
std::vector<std::string> files_of(const Part& part) {
    std::string name{part.name};
    if (part.kind != PartKind::Database) return {name};
    return {name, name + "-wal", name + "-shm", name + "-journal"};
}

std::string free_name(const fs::path& root, const std::string& wanted) {
    std::string name = wanted;
    for (int n = 2; is_there(root / name); ++n) {
        name = wanted + (n < 10 ? "-0" : "-") + std::to_string(n);
    }
    return name;
}

Journal plan(const fs::path& root, const std::string& old_state) {
    Journal journal{free_name(root, old_state), {}, {}};
    for (const auto& part : parts()) {
        for (const auto& file : files_of(part)) {
            if (is_there(root / file)) journal.retire.push_back(file);
        }
        if (is_there(new_folder(root) / part.name)) journal.install.emplace_back(part.name);
    }
    return journal;
}

void write_journal(const fs::path& root, const Journal& journal) {
    std::string text = "old-state " + journal.old_state + "\n";
    for (const auto& name : journal.retire) text += "retire " + name + "\n";
    for (const auto& name : journal.install) text += "install " + name + "\n";
    auto unfinished = work_folder(root) / "journal.new";
    {
        Descriptor file{unfinished, O_WRONLY | O_CREAT | O_TRUNC, 0600};
        file.write_all(text);
        file.sync();
    }
    fs::rename(unfinished, journal_file(root));
    sync_folder(work_folder(root));
}

Journal read_journal(const fs::path& root) {
    Journal journal;
    std::istringstream lines{generator::read_file(journal_file(root))};
    for (std::string verb, name; lines >> verb >> name;) {
        if (verb == "old-state") journal.old_state = name;
        if (verb == "retire") journal.retire.push_back(name);
        if (verb == "install") journal.install.push_back(name);
    }
    return journal;
}

// --- Moving -----------------------------------------------------------------------------------

/// Moves the parts of one centre as its journal says. Every step looks first whether it was done
/// before, so that any beginning of the work may be repeated.
class Mover {
  public:
    Mover(fs::path root, Journal journal)
        : root_(std::move(root)),
          old_(root_ / journal.old_state),
          new_(new_folder(root_)),
          journal_(std::move(journal)) {}

    /// Throws FileError when it could not; then all parts are where they were.
    void swap() {
        if (go_forward()) return;
        auto why = errno;
        auto stuck = stuck_at_;
        if (!go_back()) {
            throw_file_error("nie można dokończyć przywracania kopii zapasowej", stuck_at_);
        }
        errno = why;
        throw_file_error("nie można przenieść", stuck);
    }

  private:
    bool go_forward() {
        if (!journal_.retire.empty()) {
            make_folder(old_);
            give_to_owner_of(root_, old_);
        }
        for (const auto& name : journal_.retire) {
            if (is_there(old_ / name) || !is_there(root_ / name)) continue;
            if (!move(root_ / name, old_ / name)) return false;
        }
        for (const auto& name : journal_.install) {
            if (is_there(new_ / name) && !move(new_ / name, root_ / name)) return false;
        }
        if (!journal_.retire.empty()) sync_folder(old_);
        sync_folder(root_);
        sync_folder(new_);
        forget_journal();
        return true;
    }

    bool go_back() {
        for (const auto& name : journal_.install) {
            if (is_there(new_ / name) || !is_there(root_ / name)) continue;
            if (!move(root_ / name, new_ / name)) return false;
        }
        for (const auto& name : journal_.retire) {
            if (is_there(old_ / name) && !move(old_ / name, root_ / name)) return false;
        }
        sync_folder(root_);
        forget_journal();
        std::error_code not_empty;
        fs::remove(old_, not_empty);
        return true;
    }

    void forget_journal() const {
        fs::remove(journal_file(root_));
        sync_folder(work_folder(root_));
    }

    bool move(const fs::path& from, const fs::path& to) {
        if (std::rename(from.c_str(), to.c_str()) == 0) return true;
        stuck_at_ = from;
        return false;
    }

    fs::path root_;
    fs::path old_;
    fs::path new_;
    Journal journal_;
    fs::path stuck_at_;
};

std::vector<std::string> parts_without_successor(const Journal& journal) {
    std::vector<std::string> names;
    for (const auto& name : journal.retire) {
        bool replaced = std::find(journal.install.begin(), journal.install.end(), name) !=
                        journal.install.end();
        if (part_of(name) && !replaced) names.push_back(name);
    }
    return names;
}

}  // namespace

NewState::NewState(fs::path root) : root_(std::move(root)) {
    make_folder(work_folder(root_));
    make_folder(new_folder(root_));
}

NewState::~NewState() {
    std::error_code ignored;
    if (!fs::exists(journal_file(root_), ignored)) fs::remove_all(work_folder(root_), ignored);
}

fs::path NewState::folder() const {
    return new_folder(root_);
}

SwapReport NewState::swap_in(const std::string& name) {
    for (const auto& entry : fs::recursive_directory_iterator{folder()}) {
        give_to_owner_of(root_, entry.path());
    }
    Descriptor{root_, O_RDONLY | O_DIRECTORY}.sync_file_system();
    auto journal = plan(root_, name);
    write_journal(root_, journal);
    Mover{root_, journal}.swap();
    return {journal.retire.empty() ? "" : journal.old_state, parts_without_successor(journal)};
}

bool has_unsettled_swap(const fs::path& root) {
    return is_there(work_folder(root));
}

void settle_swap(const fs::path& root) {
    if (is_there(journal_file(root))) Mover{root, read_journal(root)}.swap();
    fs::remove_all(work_folder(root));
}

}  // namespace okienko::backup
