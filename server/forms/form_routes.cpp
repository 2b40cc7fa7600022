#include "server/forms/form_routes.hpp"

namespace okienko::server {

std::vector<Route> form_routes(const generator::LiveSite& live,
                               const FormAddresses& addresses,
                               const FormAnswers& answers) {
    std::vector<Route> routes;
    for (auto language : live.site().settings().site.languages) {
        auto add =
            [&](std::string_view method, std::string_view address, const FormAnswer& answer) {
                routes.push_back({method,
                                  generator::in_language(language, address),
                                  [answer, language](const Request& request) {
                                      return answer(request, language);
                                  }});
            };
        add("GET", addresses.form, answers.show);
        add("POST", addresses.form, answers.take);
        add("GET", addresses.sent, answers.show_sent);
    }
    return routes;
}

}  // namespace okienko::server
