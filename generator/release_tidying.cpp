#include "generator/release_tidying.hpp"

#include <fcntl.h>

#include <algorithm>
#include <optional>

#include "generator/compression.hpp"
#include "generator/descriptor.hpp"
#include "generator/incremental/build_record.hpp"
#include "generator/release.hpp"
#include "generator/release_tree.hpp"
#include "generator/site_files.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;

/// Below this a copy in hard links takes no longer than a blink, and needs no preparing.
constexpr std::size_t kWorthASpare = 2000;

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
            // A build that still runs holds the lock of its folder.
            Descriptor folder{entry.path(), O_RDONLY | O_DIRECTORY};
            if (folder.try_lock()) fs::remove_all(entry.path());
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
        return record_ && record_->glance.files >= kWorthASpare;
    }

    /// Out of a spare that is behind the times, of an old release, or of nothing.
    void make_spare(std::vector<std::string>& old) {
        if (fs::exists(places_.spare(current_))) return;
        auto unfinished = places_.unfinished("spare-" + current_);
        auto former = take_former(unfinished, old);
        if (!former) fs::create_directory(unfinished);
        static const BuildRecord kNothing;
        record_->unfold();
        bring_up_to_date(unfinished, former ? *former : kNothing);
        fs::rename(unfinished, places_.spare(current_));
    }

    /// Moves a whole tree to `unfinished` and answers with what it holds.
    std::optional<BuildRecord> take_former(const fs::path& unfinished,
                                           std::vector<std::string>& old) {
        for (const auto& spare : spares()) {
            auto id = spare.filename().string().substr(ReleasePlaces::kSparePrefix.size());
            auto record = read_record(places_.record(id), id);
            if (!record) continue;
            record->unfold();
            fs::rename(spare, unfinished);
            return record;
        }
        if (old.empty()) return std::nullopt;
        auto id = old.back();
        auto record = read_record(places_.record(id), id);
        if (!record) return std::nullopt;
        record->unfold();
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
        ReleaseTree spare{tree};
        ReleaseTree live{places_.folder(current_)};
        bool alike = former.precompressed == record_->precompressed;
        for (const auto& output : former.files) {
            const auto* now = record_->find(output.address);
            if (alike && now && now->bytes == output.bytes && now->size == output.size) continue;
            for (const auto& file : files_of(output, former)) spare.remove(file);
        }
        for (const auto& output : record_->files) {
            const auto* before = former.find(output.address);
            if (alike && before && before->bytes == output.bytes && before->size == output.size) {
                continue;
            }
            for (const auto& file : files_of(output, *record_)) spare.link_from(live, file);
        }
    }

    static std::vector<std::string> files_of(const RecordedFile& output,
                                             const BuildRecord& record) {
        auto file = file_of(output.address);
        return record.precompressed ? with_twins(file) : std::vector{file};
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
    lock.wait_for_lock();
    Tidying{site, keep}.run();
}

}  // namespace okienko::generator
