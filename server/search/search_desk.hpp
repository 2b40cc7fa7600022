#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "language/language.hpp"
#include "search/search_index.hpp"
#include "server/live_sites.hpp"
#include "server/per_release.hpp"
#include "server/request.hpp"
#include "server/request_log.hpp"
#include "server/response.hpp"
#include "server/routes.hpp"
#include "server/search/query_counter.hpp"

namespace okienko::server {

using SearchIndexes = PerRelease<search::SearchIndex>;

/// Answers what visitors look for: the page /szukaj in each language, and /api/search as JSON.
/// Without an index, as when a release was made by an older program, the page leads on by
/// situations, the index and the phone, as the published one does. Thread-safe.
class SearchDesk {
  public:
    struct Parts {
        LiveSites& live;
        SearchIndexes& indexes;
        QueryCounter& counter;
        LogSink log;
        std::function<std::chrono::system_clock::time_point()> now = [] {
            return std::chrono::system_clock::now();
        };
    };
    explicit SearchDesk(Parts parts) : parts_(std::move(parts)) {}

    [[nodiscard]] std::vector<Route> routes();

  private:
    Response show_page(const Request& request, language::Language language);
    Response show_json(const Request& request);
    /// Nothing when there is nobody to ask.
    std::optional<search::Answer> ask(const search::Question& question);
    void count(const search::Question& question, const search::Answer& answer);

    Parts parts_;
};

/// {"query", "corrected", "results": [{"slug", "kind", "name", "url", "excerpt", "score"}]}
std::string search_json(const search::Question& question, const search::Answer& answer);

}  // namespace okienko::server
