#include "server/stop_flag.hpp"

#include <sys/eventfd.h>

#include <cerrno>
#include <system_error>

namespace okienko::server {

using std::chrono::steady_clock;

StopFlag::StopFlag() : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (event_.value() < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}

void StopFlag::raise() {
    raised_at_ = steady_clock::now().time_since_epoch().count();
    raised_ = true;
    // Cannot fail: the counter is far from full.
    static_cast<void>(::eventfd_write(event_.value(), 1));
}

steady_clock::time_point StopFlag::last_moment() const {
    constexpr std::chrono::seconds kGrace{1};
    return steady_clock::time_point{steady_clock::duration{raised_at_}} + kGrace;
}

}  // namespace okienko::server
