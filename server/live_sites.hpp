#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "generator/live_site.hpp"

namespace okienko::server {

/// The live site of the release that is published, read anew when there is another one. While a new
/// one is being read, and when it cannot be, the old one goes on. Thread-safe.
class LiveSites {
  public:
    using Load = std::function<std::shared_ptr<const generator::LiveSite>()>;

    /// `load` answers with nothing when the sources do not let a page be drawn; it is then asked
    /// again for the next release. `current` is site/current.
    LiveSites(std::filesystem::path current, Load load);

    /// Never nullptr when the first load succeeded.
    [[nodiscard]] std::shared_ptr<const generator::LiveSite> get();

  private:
    [[nodiscard]] std::string release() const;

    std::filesystem::path current_;
    Load load_;
    std::mutex loading_;
    std::mutex mutex_;
    std::string release_;
    std::shared_ptr<const generator::LiveSite> live_;
};

}  // namespace okienko::server
