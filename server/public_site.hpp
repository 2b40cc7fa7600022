#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/http_server.hpp"
#include "server/live_sites.hpp"
#include "server/metrics.hpp"
#include "server/routes.hpp"
#include "server/static_site.hpp"

namespace okienko::server {

/// All that a visitor can reach: the addresses that the program answers itself, then the files of
/// the published site. Thread-safe.
class PublicSite {
  public:
    struct Parts {
        const StaticSite& files;
        const Routes& routes;
        Metrics& metrics;
        LiveSites* live = nullptr;  ///< Has files of a theme that is newer than the release.
        Exposure exposure = Exposure::LoopbackOnly;
    };
    explicit PublicSite(Parts parts) : parts_(parts) {}

    [[nodiscard]] Response answer(const Request& request) const;

  private:
    [[nodiscard]] Response file_or_asset(const Request& request) const;

    Parts parts_;
};

/// What keeps a part of the server from working, in words for whoever runs it; empty when all does.
using Trouble = std::function<std::optional<std::string>()>;

/// /healthz, for whoever watches the server, and /metrics, for this machine only. With a trouble
/// /healthz answers 503; what it is, is told to this machine only.
std::vector<Route> watching_routes(const Metrics& metrics, Trouble trouble);

}  // namespace okienko::server
