#include "generator/release_tidying.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>

#include "generator/compression.hpp"
#include "generator/descriptor.hpp"
#include "generator/file_tree.hpp"
#include "generator/incremental/build_record.hpp"
#include "generator/release.hpp"
#include "generator/site_files.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;

/// Below this a copy in hard links takes no longer than a blink, and needs no preparing.
constexpr std::size_t kWorthASpare = 2000;

/// Holds a folder's lock, as a build does for the folder that it writes.
class FolderLock {
  public:
    explicit FolderLock(const fs::path& folder) : folder_(folder, O_RDONLY | O_DIRECTORY) {
        held_ = ::flock(folder_.value(), LOCK_EX | LOCK_NB) == 0;
    }
    [[nodiscard]] bool held() const { return held_; }

  private:
    Descriptor folder_;
    bool held_;
};

class Tidying {
  public:
    Tidying(const fs::path& site, int keep) : places_{site}, keep_(keep) {}

    void run() {
        remove_unfinished();
        current_ = current_release(places_.site);
        if (current_.empty()) return;
        auto old = old_releases();
        if (is_worth_a_spare()) make_spare(old);
        for (const auto& id : old) remove_release(id);
        for (const auto& spare : spares()) {
            if (spare != places_.spare(current_)) fs::remove_all(spare);
        }
        remove_lonely_records();
    }

  private:
    void remove_unfinished() {
        for (const auto& entry : fs::directory_iterator{places_.all()}) {
            auto name = entry.path().filename().string();
            if (!name.starts_with(ReleasePlaces::kUnfinishedPrefix)) continue;
            FolderLock lock{entry.path()};
            if (lock.held()) fs::remove_all(entry.path());
        }
    }

    [[nodiscard]] std::vector<fs::path> spares() const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator{places_.all()}) {
            auto name = entry.path().filename().string();
            if (name.starts_with(ReleasePlaces::kSparePrefix)) found.push_back(entry.path());
        }
        return found;
    }

    /// The releases that have served their time, the oldest first.
    [[nodiscard]] std::vector<std::string> old_releases() const {
        auto all = releases(places_.site);
        auto surplus = static_cast<std::ptrdiff_t>(all.size()) - keep_;
        std::vector<std::string> old;
        for (const auto& release : all) {
            if (surplus-- <= 0) break;
            if (!release.current) old.push_back(release.id);
        }
        return old;
    }

    [[nodiscard]] bool is_worth_a_spare() {
        record_ = read_record(places_.record(current_), current_);
        return record_ && record_->files.size() >= kWorthASpare;
    }

    /// Out of a spare that is behind the times, of an old release, or of nothing.
    void make_spare(std::vector<std::string>& old) {
        if (fs::exists(places_.spare(current_))) return;
        auto unfinished = places_.unfinished("spare-" + current_);
        if (auto former = take_former(unfinished, old)) {
            FolderLock lock{unfinished};
            bring_up_to_date(unfinished, *former);
        } else {
            fs::create_directory(unfinished);
            FolderLock lock{unfinished};
            bring_up_to_date(unfinished, BuildRecord{});
        }
        fs::rename(unfinished, places_.spare(current_));
    }

    /// Moves a whole tree to `unfinished` and answers with what it holds.
    std::optional<BuildRecord> take_former(const fs::path& unfinished,
                                           std::vector<std::string>& old) {
        for (const auto& spare : spares()) {
            auto id = spare.filename().string().substr(ReleasePlaces::kSparePrefix.size());
            auto record = read_record(places_.record(id), id);
            if (!record) continue;
            fs::rename(spare, unfinished);
            return record;
        }
        if (old.empty()) return std::nullopt;
        auto id = old.back();
        auto record = read_record(places_.record(id), id);
        if (!record) return std::nullopt;
        old.pop_back();
        return retire(id, unfinished) ? std::move(record) : std::nullopt;
    }

    /// Takes a release out of the list, unless somebody has just rolled back to it. From then on
    /// nobody can: a removal that is cut short leaves no half release to roll back to.
    bool retire(const std::string& id, const fs::path& to) {
        SiteLock lock{places_.site};
        if (current_release(places_.site) == id) return false;
        fs::rename(places_.folder(id), to);
        return true;
    }

    void bring_up_to_date(const fs::path& tree, const BuildRecord& former) {
        Descriptor to{tree, O_RDONLY | O_DIRECTORY};
        Descriptor from{places_.folder(current_), O_RDONLY | O_DIRECTORY};
        bool alike = former.precompressed == record_->precompressed;
        for (const auto& output : former.files) {
            const auto* now = record_->find(output.address);
            if (alike && now && now->bytes == output.bytes && now->size == output.size) continue;
            for (const auto& file : files_of(output, former)) remove_file(to, file);
        }
        for (const auto& output : record_->files) {
            const auto* before = former.find(output.address);
            if (alike && before && before->bytes == output.bytes && before->size == output.size) {
                continue;
            }
            for (const auto& file : files_of(output, *record_)) link_file(from, to, file);
        }
    }

    static std::vector<std::string> files_of(const RecordedFile& output,
                                             const BuildRecord& record) {
        auto file = file_of(output.address);
        return record.precompressed ? with_twins(file) : std::vector{file};
    }

    static void remove_file(const Descriptor& tree, const std::string& file) {
        ::unlinkat(tree.value(), file.c_str(), 0);
        for (auto slash = file.rfind('/'); slash != std::string::npos;
             slash = slash == 0 ? std::string::npos : file.rfind('/', slash - 1)) {
            auto folder = file.substr(0, slash);
            if (::unlinkat(tree.value(), folder.c_str(), AT_REMOVEDIR) != 0) return;
        }
    }

    void link_file(const Descriptor& from, const Descriptor& to, const std::string& file) const {
        auto link = [&] {
            return ::linkat(from.value(), file.c_str(), to.value(), file.c_str(), 0) == 0;
        };
        if (link()) return;
        if (errno == ENOENT) {
            for (auto slash = file.find('/'); slash != std::string::npos;
                 slash = file.find('/', slash + 1)) {
                ::mkdirat(to.value(), file.substr(0, slash).c_str(), 0755);
            }
            if (link()) return;
        }
        throw_file_error("nie można przejąć pliku", places_.folder(current_) / file);
    }

    void remove_release(const std::string& id) {
        auto doomed = places_.unfinished("old-" + id);
        if (retire(id, doomed)) fs::remove_all(doomed);
    }

    /// Records of releases that are gone.
    void remove_lonely_records() {
        auto folder = places_.site / "records";
        if (!fs::is_directory(folder)) return;
        for (const auto& entry : fs::directory_iterator{folder}) {
            auto id = entry.path().stem().string();
            bool needed = fs::exists(places_.folder(id)) || fs::exists(places_.spare(id));
            if (!needed) fs::remove(entry.path());
        }
    }

    ReleasePlaces places_;
    int keep_;
    std::string current_;
    std::optional<BuildRecord> record_;  ///< Of the current release.
};

}  // namespace

void tidy_releases(const fs::path& site, int keep) {
    ReleasePlaces places{site};
    if (!fs::is_directory(places.all())) return;
    Descriptor lock{site / ".tidy.lock", O_RDWR | O_CREAT, 0644};
    if (::flock(lock.value(), LOCK_EX | LOCK_NB) != 0) return;
    Tidying{site, keep}.run();
}

}  // namespace okienko::generator
