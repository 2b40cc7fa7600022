#pragma once

#include <chrono>
#include <functional>

#include "db/office.hpp"
#include "server/form_token.hpp"
#include "server/live_sites.hpp"
#include "server/metrics.hpp"
#include "server/rate_limit.hpp"
#include "server/request.hpp"
#include "server/request_log.hpp"
#include "server/response.hpp"
#include "server/routes.hpp"

namespace okienko::server {

/// Shows the contact form, takes what comes and keeps it. Thread-safe.
///
/// A message is taken when its token is ours and at least three seconds old, the request comes from
/// our own pages, and the visitor has not sent too many. Whatever is wrong, the form comes back
/// with everything that was typed. 303 to the page with the case number means: durable on the disk.
class ContactDesk {
  public:
    struct Parts {
        LiveSites& live;
        db::Office& office;
        Metrics& metrics;
        LogSink log;
        std::function<void()> mail_waits;  ///< Called when there is a mail to carry out.
        std::function<std::chrono::system_clock::time_point()> now = [] {
            return std::chrono::system_clock::now();
        };
    };
    explicit ContactDesk(Parts parts) : parts_(std::move(parts)) {}

    /// The form, its answers and the page after it, in each language.
    [[nodiscard]] std::vector<Route> routes();

  private:
    Response show_form(const Request& request, language::Language language);
    Response take(const Request& request, language::Language language);
    Response show_sent(const Request& request, language::Language language);

    Parts parts_;
    FormTokens tokens_;
    RateLimit limit_{5, std::chrono::seconds{60}};
};

}  // namespace okienko::server
