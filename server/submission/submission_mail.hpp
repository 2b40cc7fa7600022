#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/live_site.hpp"
#include "model/outgoing_mail.hpp"
#include "model/submission.hpp"

/// What the office writes to an institution about its submission, in its language.
namespace okienko::server {

enum class Letter {
    Begun,     ///< The link to come back by.
    Change,    ///< The link to change what is published.
    Verify,    ///< The link that proves the address.
    Received,  ///< It waits for the office.
    Correct,   ///< The office has remarks.
    Published,
    Declined,
};

/// `links` are whole addresses: the private link, or the pages of the services that are published.
model::OutgoingMail submission_mail(const generator::LiveSite& live,
                                    const model::Submission& submission,
                                    Letter letter,
                                    const std::vector<std::string>& links);

/// The private link as somebody gets it by mail.
std::string private_link(const generator::LiveSite& live, std::string_view token);

}  // namespace okienko::server
