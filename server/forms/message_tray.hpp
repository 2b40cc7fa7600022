#pragma once

#include <functional>

#include "db/office.hpp"
#include "generator/live_site.hpp"
#include "language/language.hpp"
#include "model/message.hpp"
#include "server/forms/form_gate.hpp"

namespace okienko::server {

/// Where messages of all forms are put. Thread-safe.
class MessageTray {
  public:
    /// `mail_waits` is called when there is a mail to carry out.
    MessageTray(db::Office& office, std::function<void()> mail_waits)
        : office_(office), mail_waits_(std::move(mail_waits)) {}

    /// Keeps it for as long as the centre's settings say, with a mail that confirms it where an
    /// address was given. Throws when the machine fails.
    [[nodiscard]] db::Office::Receipt put(const generator::LiveSite& live,
                                          language::Language language,
                                          model::Message message,
                                          const FormGate::Ticket& ticket) const;

  private:
    db::Office& office_;
    std::function<void()> mail_waits_;
};

}  // namespace okienko::server
