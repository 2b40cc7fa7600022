#include "cli/serving.hpp"

#include <iostream>

namespace okienko::cli {

server::ServerOptions server_options(const ServeCommand& command) {
    server::ServerOptions options;
    options.address = command.address;
    options.port = command.port;
    options.exposure =
        command.behind_proxy ? server::Exposure::BehindProxy : server::Exposure::LoopbackOnly;
    return options;
}

void announce(std::string_view what, const ServeCommand& command, int port) {
    std::cout << what << " działa pod adresem http://"
              << (command.address == "127.0.0.1" ? "localhost" : command.address) << ":" << port
              << " (Ctrl+C kończy)\n"
              << std::flush;
}

}  // namespace okienko::cli
