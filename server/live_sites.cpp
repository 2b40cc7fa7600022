#include "server/live_sites.hpp"

#include <system_error>

namespace okienko::server {

LiveSites::LiveSites(std::filesystem::path current, Load load)
    : current_(std::move(current)), load_(std::move(load)), release_(release()), live_(load_()) {}

std::string LiveSites::release() const {
    std::error_code ignored;
    return std::filesystem::read_symlink(current_, ignored).string();
}

std::shared_ptr<const generator::LiveSite> LiveSites::get() {
    auto published = release();
    {
        std::lock_guard lock{mutex_};
        if (published == release_) return live_;
    }
    // One visitor waits for the new one; the others have the old one meanwhile.
    std::unique_lock loading{loading_, std::try_to_lock};
    if (loading) {
        auto fresh = load_();
        std::lock_guard lock{mutex_};
        release_ = published;
        if (fresh) live_ = std::move(fresh);
    }
    std::lock_guard lock{mutex_};
    return live_;
}

}  // namespace okienko::server
