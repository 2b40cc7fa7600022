#include "server/search/query_counter.hpp"

#include <algorithm>
#include <condition_variable>

#include "language/folding.hpp"
#include "search/tokens.hpp"

namespace okienko::server {
namespace {

/// More digits than these are a phone number or a PESEL.
constexpr std::ptrdiff_t kMostDigits = 5;
/// Whoever writes more words tells about themselves.
constexpr std::size_t kMostWords = 6;
constexpr std::size_t kMostBytes = 60;

}  // namespace

std::optional<std::string> countable(std::string_view query) {
    if (query.find('@') != std::string_view::npos) return std::nullopt;
    auto digits = std::ranges::count_if(query, [](char c) { return c >= '0' && c <= '9'; });
    auto tokens = search::tokens_of(query);
    if (digits > kMostDigits || tokens.empty() || tokens.size() > kMostWords) return std::nullopt;
    std::string counted;
    for (const auto& token : tokens) {
        counted += (counted.empty() ? "" : " ") + language::fold(token.in(query));
    }
    if (counted.size() > kMostBytes) return std::nullopt;
    return counted;
}

QueryCounter::QueryCounter(Keep keep, std::chrono::milliseconds interval)
    : keep_(std::move(keep)), thread_([this, interval](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any sleeping;
          std::unique_lock lock{mutex};
          do {
              sleeping.wait_for(lock, stop, interval, [] { return false; });
              hand_on();
          } while (!stop.stop_requested());
      }) {}

void QueryCounter::count(std::string_view query, std::size_t results, model::Date day) {
    auto counted = countable(query);
    if (!counted) return;
    std::lock_guard lock{mutex_};
    if (waiting_.size() >= kMostWaiting) return;
    auto& entry = waiting_[{std::chrono::sys_days{day}, *counted}];
    entry.day = day;
    entry.query = *counted;
    entry.asked += 1;
    entry.results = static_cast<std::int64_t>(results);
}

void QueryCounter::hand_on() {
    std::vector<model::SearchCount> counts;
    {
        std::lock_guard lock{mutex_};
        for (auto& [key, entry] : waiting_) counts.push_back(entry);
        waiting_.clear();
    }
    if (counts.empty()) return;
    try {
        keep_(counts);
    } catch (const std::exception&) {
        // Counting must not disturb anybody. They come again with the next ones.
        std::lock_guard lock{mutex_};
        for (auto& entry : counts) {
            auto& known = waiting_[{std::chrono::sys_days{entry.day}, entry.query}];
            entry.asked += known.asked;
            if (known.asked > 0) entry.results = known.results;
            known = std::move(entry);
        }
    }
}

}  // namespace okienko::server
