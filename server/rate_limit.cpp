#include "server/rate_limit.hpp"

#include <algorithm>

namespace okienko::server {

RateLimit::RateLimit(std::size_t burst, std::chrono::seconds interval)
    : burst_(burst), interval_(interval) {}

bool RateLimit::allow(const std::string& client, Time now) {
    std::lock_guard lock{mutex_};
    forget_the_patient(now);
    auto& free_at = free_at_.try_emplace(client, now).first->second;
    free_at = std::max(free_at, now);
    auto longest = interval_ * static_cast<std::chrono::seconds::rep>(burst_);
    if (free_at + interval_ > now + longest) return false;
    free_at += interval_;
    return true;
}

std::size_t RateLimit::size() const {
    std::lock_guard lock{mutex_};
    return free_at_.size();
}

/// Once in a while: each call would be too often.
void RateLimit::forget_the_patient(Time now) {
    if (now < swept_at_ + interval_) return;
    swept_at_ = now;
    std::erase_if(free_at_, [now](const auto& entry) { return entry.second <= now; });
}

}  // namespace okienko::server
