#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "generator/live_site.hpp"
#include "language/language.hpp"
#include "server/routes.hpp"

namespace okienko::server {

/// Where a form of one page is, without the prefix of a language.
struct FormAddresses {
    std::string_view form;
    std::string_view sent;  ///< The page that says that it has come.
};

using FormAnswer = std::function<Response(const Request&, language::Language)>;
struct FormAnswers {
    FormAnswer show;
    FormAnswer take;
    FormAnswer show_sent;
};

/// A form of one page in every language of the site.
std::vector<Route> form_routes(const generator::LiveSite& live,
                               const FormAddresses& addresses,
                               const FormAnswers& answers);

}  // namespace okienko::server
