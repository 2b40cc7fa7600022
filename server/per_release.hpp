#pragma once

#include <unistd.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace okienko::server {

/// Something that belongs to the release that is published, made anew when there is another one.
/// While a new one is being made, and when it cannot be, the old one goes on. Thread-safe.
template <class Thing>
class PerRelease {
  public:
    using Load = std::function<std::shared_ptr<const Thing>()>;

    /// `load` answers with nothing when it cannot be made; it is then asked again for the next
    /// release. `current` is site/current.
    PerRelease(std::filesystem::path current, Load load)
        : current_(std::move(current)),
          load_(std::move(load)),
          release_(release()),
          live_(load_()) {}

    /// Never nullptr when the first load succeeded.
    [[nodiscard]] std::shared_ptr<const Thing> get() {
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

  private:
    /// Asked for each request, so without what std::filesystem::read_symlink asks besides.
    [[nodiscard]] std::string release() const {
        std::array<char, 256> name{};
        const auto size = ::readlink(current_.c_str(), name.data(), name.size());
        return size < 0 ? std::string{} : std::string{name.data(), static_cast<std::size_t>(size)};
    }

    std::filesystem::path current_;
    Load load_;
    std::mutex loading_;
    std::mutex mutex_;
    std::string release_;
    std::shared_ptr<const Thing> live_;
};

}  // namespace okienko::server
