#include "tests/fuzz/demo_site.hpp"

#include "tests/server/demo_centre.hpp"

namespace okienko::fuzz {

const std::shared_ptr<const generator::LiveSite>& demo_site() {
    static const server::DemoCentre kCentre;
    static const auto kLive =
        generator::LiveSite::load(kCentre.instance(),
                                  std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}})
            .value();
    return kLive;
}

}  // namespace okienko::fuzz
