#include "generator/release_writer.hpp"

#include <fcntl.h>

#include "generator/descriptor.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;

/// Up to so many files are made durable one by one. Beyond, it is cheaper to flush the whole file
/// system, whoever else is writing to it.
constexpr std::size_t kFlushOneByOne = 64;

/// Once more than this has been written, it is flushed while more is being made. Each flush also
/// commits the journal of the file system, so it is not done for less.
constexpr std::size_t kFlushAhead = std::size_t{128} << 20U;

/// The id itself, or with "-02", "-03" … when a release of that second exists.
std::string free_id(const ReleasePlaces& places, const std::string& id) {
    std::string candidate = id;
    for (int n = 2; fs::exists(places.folder(candidate)); ++n) {
        candidate = id + (n < 10 ? "-0" : "-") + std::to_string(n);
    }
    return candidate;
}

}  // namespace

ReleaseWriter::ReleaseWriter(fs::path site, const std::string& id, std::string base)
    : places_{std::move(site)}, id_(free_id(places_, id)), base_(std::move(base)) {}

ReleaseWriter::~ReleaseWriter() {
    std::error_code ignored;
    if (tree_ && !finished_) fs::remove_all(unfinished_, ignored);
}

void ReleaseWriter::begin() {
    if (tree_) return;
    fs::create_directories(places_.all());
    for (int n = 1; unfinished_.empty() || fs::exists(unfinished_); ++n) {
        unfinished_ = places_.unfinished(id_ + "-" + std::to_string(n));
    }
    std::error_code no_spare;
    if (!base_.empty()) fs::rename(places_.spare(base_), unfinished_, no_spare);
    from_spare_ = !base_.empty() && !no_spare;
    if (!from_spare_) fs::create_directory(unfinished_);
    tree_ = std::make_unique<ReleaseTree>(unfinished_);
    // Whoever clears away what was left passes over a folder that is locked.
    static_cast<void>(tree_->folder().try_lock());
}

void ReleaseWriter::write(const std::string& path, std::string_view bytes) {
    {
        std::lock_guard guard{mutex_};
        begin();
        if (written_.size() <= kFlushOneByOne) written_.push_back(path);
        flush_ahead(bytes.size());
    }
    tree_->write(path, bytes);
}

/// The disk works while pages are drawn; otherwise it would begin when all of them are, and we
/// would wait for it.
void ReleaseWriter::flush_ahead(std::size_t bytes) {
    unflushed_ += bytes;
    if (unflushed_ < kFlushAhead) return;
    if (flushed_ahead_.valid()) {
        if (flushed_ahead_.wait_for(std::chrono::seconds{0}) != std::future_status::ready) return;
        flushed_ahead_.get();
    }
    unflushed_ = 0;
    flushed_ahead_ = std::async(std::launch::async, [this] { tree_->folder().sync_file_system(); });
}

void ReleaseWriter::flush() {
    if (flushed_ahead_.valid()) flushed_ahead_.get();
    bool few = from_spare_ && !tree_->is_reshaped() && written_.size() <= kFlushOneByOne;
    if (!few) return tree_->folder().sync_file_system();
    for (const auto& path : written_) {
        Descriptor{unfinished_ / path, O_RDONLY}.sync();
        sync_folder((unfinished_ / path).parent_path());
    }
}

bool ReleaseWriter::links_kept_files() {
    begin();
    return !from_spare_;
}

void ReleaseWriter::finish(const std::vector<std::string>& kept,
                           const std::vector<std::string>& dropped) {
    begin();
    if (from_spare_) {
        for (const auto& path : dropped) tree_->remove(path);
    } else if (!kept.empty()) {
        ReleaseTree base{places_.folder(base_)};
        for (const auto& path : kept) tree_->link_from(base, path);
    }
    flush();
    fs::rename(unfinished_, places_.folder(id_));
    finished_ = true;
    sync_folder(places_.all());
}

void ReleaseWriter::publish() {
    make_current(places_.site, id_);
    tree_.reset();
}

}  // namespace okienko::generator
