#pragma once

#include <vector>

#include "language/language.hpp"
#include "server/forms/form_gate.hpp"
#include "server/forms/message_tray.hpp"
#include "server/live_sites.hpp"
#include "server/routes.hpp"

namespace okienko::server {

/// Asks what is not true on a service sheet, and keeps what comes. Thread-safe.
class OutdatedDesk {
  public:
    OutdatedDesk(LiveSites& live, const MessageTray& tray, FormGate::Parts parts)
        : live_(live), tray_(tray), gate_({.name = "outdated"}, std::move(parts)) {}

    /// The form, its answers and the page after it, in each language.
    [[nodiscard]] std::vector<Route> routes();

  private:
    Response show_form(const Request& request, language::Language language);
    Response take(const Request& request, language::Language language);
    Response show_sent(const Request& request, language::Language language);

    LiveSites& live_;
    const MessageTray& tray_;
    FormGate gate_;
};

}  // namespace okienko::server
