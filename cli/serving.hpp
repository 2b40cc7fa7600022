#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "server/http_server.hpp"

/// What `serve` and `serve --watch` have in common.
namespace okienko::cli {

/// The server's options, as far as the command line has a say.
server::ServerOptions server_options(const ServeCommand& command);

/// Says where to look: "Strona działa pod adresem http://localhost:8080 (Ctrl+C kończy)".
void announce(std::string_view what, const ServeCommand& command, int port);

}  // namespace okienko::cli
