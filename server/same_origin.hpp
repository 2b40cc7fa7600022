#pragma once

#include "server/request.hpp"

namespace okienko::server {

/// Whether a form was sent from a page of this site: by Sec-Fetch-Site (Fetch Metadata, W3C), else
/// by Origin, which must name the host that was asked. A browser that sends neither is believed:
/// it is old, and the token tells whether it was given our form.
bool comes_from_own_page(const Request& request);

}  // namespace okienko::server
