#include "generator/release.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "generator/file_tree.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUnfinishedPrefix = ".unfinished-";

/// A file descriptor that closes itself.
class Descriptor {
  public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0)
        : path_(path), value_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
        if (value_ < 0) throw_file_error("nie można otworzyć", path);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(value_); }

    void write_all(std::string_view bytes) const {
        while (!bytes.empty()) {
            auto written = ::write(value_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw_file_error("nie można zapisać", path_);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(value_) != 0) throw_file_error("nie można utrwalić", path_);
    }
    void sync_file_system() const {
        if (::syncfs(value_) != 0) throw_file_error("nie można utrwalić", path_);
    }

  private:
    fs::path path_;
    int value_;
};

void sync_folder(const fs::path& folder) {
    Descriptor{folder, O_RDONLY | O_DIRECTORY}.sync();
}

std::string current_id(const fs::path& site) {
    std::error_code none;
    return fs::read_symlink(site / "current", none).filename().string();
}

/// rename(2) replaces the old link in one step; making the new one first keeps a link there always.
void point_current_at(const fs::path& site, const std::string& id) {
    auto link = site / ".current.new";
    fs::remove(link);
    fs::create_directory_symlink(fs::path{"releases"} / id, link);
    fs::rename(link, site / "current");
    sync_folder(site);
}

void remove_unfinished(const fs::path& all) {
    for (const auto& entry : fs::directory_iterator{all}) {
        if (entry.path().filename().string().starts_with(kUnfinishedPrefix)) {
            fs::remove_all(entry.path());
        }
    }
}

void remove_old(const fs::path& site, int keep) {
    auto all = releases(site);
    auto surplus = static_cast<std::ptrdiff_t>(all.size()) - keep;
    for (const auto& release : all) {
        if (surplus-- <= 0) return;
        if (!release.current) fs::remove_all(site / "releases" / release.id);
    }
}

/// The id itself, or with "-02", "-03" … when a release of that second exists.
std::string free_id(const fs::path& all, const std::string& id) {
    std::string candidate = id;
    for (int n = 2; fs::exists(all / candidate); ++n) {
        candidate = id + (n < 10 ? "-0" : "-") + std::to_string(n);
    }
    return candidate;
}

}  // namespace

std::vector<Release> releases(const fs::path& site) {
    std::vector<Release> found;
    auto all = site / "releases";
    if (!fs::is_directory(all)) return found;
    auto current = current_id(site);
    for (const auto& entry : fs::directory_iterator{all}) {
        auto id = entry.path().filename().string();
        if (!id.starts_with('.')) found.push_back({id, id == current});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return found;
}

std::optional<std::string> roll_back(const fs::path& site, const std::optional<std::string>& id) {
    if (!fs::is_directory(site)) return std::nullopt;
    SiteLock lock{site};
    std::optional<std::string> target;
    for (const auto& release : releases(site)) {
        if (id ? release.id == *id : release.id < current_id(site)) target = release.id;
    }
    if (target) point_current_at(site, *target);
    return target;
}

SiteLock::SiteLock(const fs::path& site) {
    fs::create_directories(site);
    auto path = site / ".lock";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) throw_file_error("nie można otworzyć", path);
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor_);
        throw FileError("ktoś inny właśnie publikuje tę stronę (" + path.string() +
                        "); poczekaj, aż skończy");
    }
}

SiteLock::~SiteLock() {
    ::close(descriptor_);
}

ReleaseWriter::ReleaseWriter(fs::path site, const std::string& id)
    : lock_(site), site_(std::move(site)) {
    auto all = site_ / "releases";
    fs::create_directories(all);
    remove_unfinished(all);
    id_ = free_id(all, id);
    unfinished_ = all / (std::string{kUnfinishedPrefix} + id_);
    fs::create_directory(unfinished_);
}

ReleaseWriter::~ReleaseWriter() {
    std::error_code ignored;
    if (!published_) fs::remove_all(unfinished_, ignored);
}

void ReleaseWriter::write(std::string_view path, std::string_view bytes) {
    make_folder_of(path);
    Descriptor file{unfinished_ / path, O_WRONLY | O_CREAT | O_TRUNC, 0644};
    file.write_all(bytes);
}

void ReleaseWriter::make_folder_of(std::string_view path) {
    auto slash = path.rfind('/');
    if (slash == std::string_view::npos) return;
    std::string folder{path.substr(0, slash)};
    std::lock_guard guard{mutex_};
    if (!folders_.insert(folder).second) return;
    fs::create_directories(unfinished_ / folder);
}

std::string ReleaseWriter::publish(int keep) {
    auto all = site_ / "releases";
    Descriptor{unfinished_, O_RDONLY | O_DIRECTORY}.sync_file_system();
    fs::rename(unfinished_, all / id_);
    published_ = true;
    sync_folder(all);
    point_current_at(site_, id_);
    remove_old(site_, keep);
    return id_;
}

}  // namespace okienko::generator
