#pragma once

#include <string>

#include "generator/live_site.hpp"
#include "model/message.hpp"
#include "model/outgoing_mail.hpp"

namespace okienko::server {

/// Confirms a message to whoever gave an e-mail address, in her language. It repeats nothing of
/// what she wrote: somebody may have given the address of another person.
model::OutgoingMail confirmation_mail(const generator::LiveSite& live,
                                      const model::Message& message,
                                      const std::string& case_number);

}  // namespace okienko::server
