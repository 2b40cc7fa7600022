#pragma once

#include <filesystem>
#include <mutex>
#include <string>

#include "server/preview/event_channel.hpp"
#include "server/request.hpp"
#include "server/response.hpp"
#include "server/static_site.hpp"

namespace okienko::server {

/// Answers from a site that an editor is working on: each page carries a script that loads it again
/// when a new release is live and shows what is wrong with the newest changes. Its own addresses
/// begin with "/.okienko/": no release has a name that begins with a dot.
///
/// It shows drafts, so it answers only those who ask for this very machine by name ("localhost"):
/// a page from elsewhere cannot lead its own host name here (DNS rebinding). Thread-safe.
class PreviewSite {
  public:
    /// `current` is the symbolic link to the release; until it exists, every address shows a page
    /// that waits for it.
    explicit PreviewSite(std::filesystem::path current);

    /// Throws std::system_error when the disk fails.
    [[nodiscard]] Response answer(const Request& request) const;

    /// A build has succeeded: open pages load themselves again, if the release is another one.
    void show(const std::string& release);

    /// A build has failed: open pages show the report, plain text for people, over what they have.
    void show_failure(const std::string& report);

    /// Where open pages listen.
    [[nodiscard]] EventChannel& events() { return events_; }

  private:
    [[nodiscard]] std::string release() const;
    [[nodiscard]] std::string report() const;
    void tell();

    std::filesystem::path current_;
    StaticSite site_;
    EventChannel events_;
    mutable std::mutex mutex_;
    std::string release_;  ///< The newest that a build has made; empty before.
    std::string report_;   ///< Of the newest build; empty when it succeeded.
};

}  // namespace okienko::server
