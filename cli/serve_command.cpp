#include <iostream>

#include "cli/commands.hpp"
#include "server/http_server.hpp"
#include "server/signals.hpp"
#include "server/static_site.hpp"

namespace okienko::cli {

ExitCode run_serve(const ServeCommand& command, const generator::Instance& instance) {
    if (!std::filesystem::exists(instance.current())) {
        std::cerr << "okienko: nie ma jeszcze żadnego wydania. Zbuduj pierwsze: okienko build\n";
        return ExitCode::Problems;
    }
    server::ServerOptions options;
    options.address = command.address;
    options.port = command.port;
    options.exposure =
        command.behind_proxy ? server::Exposure::BehindProxy : server::Exposure::LoopbackOnly;
    server::StaticSite site{instance.current()};
    server::HttpServer http{std::move(options), [&site](const server::Request& request) {
                                return site.answer(request);
                            }};
    server::StopSignals signals{[&http] { http.stop(); }};
    int port = http.bind();
    std::cout << "Strona działa pod adresem http://"
              << (command.address == "127.0.0.1" ? "localhost" : command.address) << ":" << port
              << " (Ctrl+C kończy)\n"
              << std::flush;
    http.run();
    return ExitCode::Ok;
}

}  // namespace okienko::cli
