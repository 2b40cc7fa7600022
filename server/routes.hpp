#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/request.hpp"
#include "server/response.hpp"

namespace okienko::server {

/// One address that the program itself answers.
struct Route {
    std::string_view method;  ///< "GET" answers HEAD too.
    std::string path;         ///< Exactly this one; "/a/*" is everything below "/a/".
    std::function<Response(const Request&)> answer;
};

/// All that is not a file of the published site. Immutable; thread-safe as its answers are.
class Routes {
  public:
    explicit Routes(std::vector<Route> routes) : routes_(std::move(routes)) {}

    /// Whether any route has this path, whatever its method.
    [[nodiscard]] bool cover(std::string_view path) const;

    /// The route's answer; 405 with Allow when the path takes other methods only. To be asked only
    /// for a path that is covered.
    [[nodiscard]] Response answer(const Request& request) const;

  private:
    std::vector<Route> routes_;
};

}  // namespace okienko::server
