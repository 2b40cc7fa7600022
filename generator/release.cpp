#include "generator/release.hpp"

#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "generator/descriptor.hpp"
#include "generator/file_tree.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;

/// Longer than tidying ever holds the lock, and shorter than anybody else does.
constexpr std::chrono::milliseconds kPatience{500};

fs::path lock_file(const fs::path& site) {
    fs::create_directories(site);
    return site / ".lock";
}

}  // namespace

std::string current_release(const fs::path& site) {
    std::error_code none;
    return fs::read_symlink(site / "current", none).filename().string();
}

/// Making the new link first keeps a link there always.
void make_current(const fs::path& site, const std::string& id) {
    auto link = site / ".current.new";
    fs::remove(link);
    fs::create_directory_symlink(fs::path{"releases"} / id, link);
    fs::rename(link, site / "current");
    sync_folder(site);
}

std::vector<Release> releases(const fs::path& site) {
    std::vector<Release> found;
    auto all = ReleasePlaces{site}.all();
    if (!fs::is_directory(all)) return found;
    auto current = current_release(site);
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
    auto current = current_release(site);
    std::optional<std::string> target;
    for (const auto& release : releases(site)) {
        if (id ? release.id == *id : release.id < current) target = release.id;
    }
    if (target) make_current(site, *target);
    return target;
}

SiteLock::SiteLock(const fs::path& site) : file_(lock_file(site), O_RDWR | O_CREAT, 0644) {
    auto patience = std::chrono::steady_clock::now() + kPatience;
    while (!file_.try_lock()) {
        if (std::chrono::steady_clock::now() >= patience) {
            throw FileError("ktoś inny właśnie publikuje tę stronę (" + (site / ".lock").string() +
                            "); poczekaj, aż skończy");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
}

}  // namespace okienko::generator
