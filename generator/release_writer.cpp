#include "generator/release_writer.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "generator/file_tree.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;

/// Up to so many files are made durable one by one. Beyond, it is cheaper to flush the whole file
/// system, whoever else is writing to it.
constexpr std::size_t kFlushOneByOne = 64;

/// The id itself, or with "-02", "-03" … when a release of that second exists.
std::string free_id(const ReleasePlaces& places, const std::string& id) {
    std::string candidate = id;
    for (int n = 2; fs::exists(places.folder(candidate)); ++n) {
        candidate = id + (n < 10 ? "-0" : "-") + std::to_string(n);
    }
    return candidate;
}

std::string folder_of(std::string_view path) {
    auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string{} : std::string{path.substr(0, slash)};
}

}  // namespace

ReleaseWriter::ReleaseWriter(fs::path site, const std::string& id, std::string base)
    : places_{std::move(site)}, id_(free_id(places_, id)), base_(std::move(base)) {}

ReleaseWriter::~ReleaseWriter() {
    std::error_code ignored;
    if (folder_ && !finished_) fs::remove_all(unfinished_, ignored);
}

void ReleaseWriter::begin() {
    if (folder_) return;
    fs::create_directories(places_.all());
    for (int n = 1; unfinished_.empty() || fs::exists(unfinished_); ++n) {
        unfinished_ = places_.unfinished(id_ + "-" + std::to_string(n));
    }
    std::error_code no_spare;
    if (!base_.empty()) fs::rename(places_.spare(base_), unfinished_, no_spare);
    from_spare_ = !base_.empty() && !no_spare;
    if (!from_spare_) fs::create_directory(unfinished_);
    folder_ = std::make_unique<Descriptor>(unfinished_, O_RDONLY | O_DIRECTORY);
    ::flock(folder_->value(), LOCK_EX | LOCK_NB);
}

void ReleaseWriter::write(std::string_view path, std::string_view bytes) {
    std::string name{path};
    {
        std::lock_guard guard{mutex_};
        begin();
        make_folder_of(path);
        written_.push_back(name);
    }
    // A file of a spare copy is the live release's as well: it must go, and not be overwritten.
    if (from_spare_) ::unlinkat(folder_->value(), name.c_str(), 0);
    Descriptor file{*folder_, name, O_WRONLY | O_CREAT | O_EXCL, 0644};
    file.write_all(bytes);
}

void ReleaseWriter::make_folder_of(std::string_view path) {
    auto folder = folder_of(path);
    if (folder.empty() || !folders_.insert(folder).second) return;
    make_folder_of(folder);
    if (::mkdirat(folder_->value(), folder.c_str(), 0755) != 0 && errno != EEXIST) {
        throw_file_error("nie można utworzyć folderu", unfinished_ / folder);
    }
}

void ReleaseWriter::keep(const std::vector<std::string>& paths) {
    if (from_spare_ || paths.empty()) return;
    Descriptor base{places_.folder(base_), O_RDONLY | O_DIRECTORY};
    for (const auto& path : paths) {
        make_folder_of(path);
        if (::linkat(base.value(), path.c_str(), folder_->value(), path.c_str(), 0) != 0) {
            throw_file_error("nie można przejąć pliku", places_.folder(base_) / path);
        }
    }
}

void ReleaseWriter::drop(const std::vector<std::string>& paths) {
    if (!from_spare_) return;
    for (const auto& path : paths) {
        ::unlinkat(folder_->value(), path.c_str(), 0);
        for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
            if (::unlinkat(folder_->value(), folder.c_str(), AT_REMOVEDIR) != 0) break;
        }
    }
}

void ReleaseWriter::flush() {
    if (!from_spare_ || written_.size() > kFlushOneByOne) return folder_->sync_file_system();
    for (const auto& path : written_) {
        Descriptor{*folder_, path, O_RDONLY}.sync();
        sync_folder(unfinished_ / folder_of(path));
    }
    folder_->sync();
}

void ReleaseWriter::finish(const std::vector<std::string>& kept,
                           const std::vector<std::string>& dropped) {
    begin();
    keep(kept);
    drop(dropped);
    flush();
    fs::rename(unfinished_, places_.folder(id_));
    finished_ = true;
    sync_folder(places_.all());
}

void ReleaseWriter::publish() {
    make_current(places_.site, id_);
    folder_.reset();
}

}  // namespace okienko::generator
