#pragma once

#include <filesystem>

#include "server/request.hpp"
#include "server/response.hpp"

namespace okienko::server {

/// Answers from the published site. Every answer comes from whatever release `current` points to
/// at that moment, so a publish or a rollback shows at once. Thread-safe.
///
/// Addresses: "/x/" is x/index.html; a folder without its slash, and index.html itself, lead there
/// (308, the query kept); what does not exist is 404 with the site's own /404.html.
/// Caching: files below /zasoby/ whose name holds a hash of their content never change; all the
/// rest is asked for again and answered 304 while it is the same (RFC 9110 §13).
class StaticSite {
  public:
    /// `current` is site/current, the symbolic link to the release.
    explicit StaticSite(std::filesystem::path current);

    /// Anything but GET and HEAD is 405. Throws std::system_error when the disk fails, or when
    /// nothing has been published yet.
    [[nodiscard]] Response answer(const Request& request) const;

  private:
    std::filesystem::path current_;
};

}  // namespace okienko::server
