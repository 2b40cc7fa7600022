#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "model/date.hpp"
#include "model/search_count.hpp"

namespace okienko::server {

/// A query as it is counted: folded, in single spaces. Nothing when it may be about a person rather
/// than about a service: a number as long as a phone's or PESEL, an e-mail address, a long
/// sentence.
std::optional<std::string> countable(std::string_view query);

/// Counts what people look for: the words, how many answers there were, and the day; nothing of who
/// asked. Counts are gathered in memory and handed on now and then, and at the end. Thread-safe.
class QueryCounter {
  public:
    using Keep = std::function<void(const std::vector<model::SearchCount>&)>;

    /// `keep` runs on a thread of the counter's own every `interval`, and when it is destroyed.
    /// When it throws, the counts wait for the next time.
    QueryCounter(Keep keep, std::chrono::milliseconds interval = std::chrono::minutes{5});
    QueryCounter(const QueryCounter&) = delete;
    QueryCounter& operator=(const QueryCounter&) = delete;

    void count(std::string_view query, std::size_t results, model::Date day);

  private:
    void hand_on();

    static constexpr std::size_t kMostWaiting = 10'000;  ///< Different queries; more are not kept.

    Keep keep_;
    std::mutex mutex_;
    std::map<std::pair<std::chrono::sys_days, std::string>, model::SearchCount> waiting_;
    std::jthread thread_;  ///< Last: stops before the rest goes.
};

}  // namespace okienko::server
