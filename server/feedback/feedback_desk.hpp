#pragma once

#include <vector>

#include "language/language.hpp"
#include "server/forms/form_gate.hpp"
#include "server/forms/message_tray.hpp"
#include "server/live_sites.hpp"
#include "server/routes.hpp"

namespace okienko::server {

/// Asks whether a page was clear, in two steps, and keeps what comes. Thread-safe.
class FeedbackDesk {
  public:
    FeedbackDesk(LiveSites& live, const MessageTray& tray, FormGate::Parts parts)
        : live_(live), tray_(tray), gate_(kRules, std::move(parts)) {}

    /// The form, its answers and the page after it, in each language.
    [[nodiscard]] std::vector<Route> routes();

  private:
    /// Whoever has nothing to add sends the second step at once.
    static constexpr FormGate::Rules kRules{
        .name = "feedback", .shortest_fill = std::chrono::seconds{1}, .burst = 10};

    Response show_form(const Request& request, language::Language language);
    Response take(const Request& request, language::Language language);
    Response show_sent(const Request& request, language::Language language);

    LiveSites& live_;
    const MessageTray& tray_;
    FormGate gate_;
};

}  // namespace okienko::server
