#pragma once

#include <optional>

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

/// /healthz, for whoever watches the server, and /metrics, for this machine only.
std::vector<Route> watching_routes(const Metrics& metrics);

}  // namespace okienko::server
