#include <iostream>

#include "cli/commands.hpp"
#include "cli/serving.hpp"
#include "server/signals.hpp"
#include "server/static_site.hpp"

namespace okienko::cli {

ExitCode run_serve(const ServeCommand& command, const generator::Instance& instance) {
    if (command.watch) return run_preview(command, instance);
    if (!std::filesystem::exists(instance.current())) {
        std::cerr << "okienko: nie ma jeszcze żadnego wydania. Zbuduj pierwsze: okienko build\n";
        return ExitCode::Problems;
    }
    server::StaticSite site{instance.current()};
    server::HttpServer http{server_options(command), [&site](const server::Request& request) {
                                return site.answer(request);
                            }};
    server::StopSignals signals{[&http] { http.stop(); }};
    announce("Strona", command, http.bind());
    http.run();
    return ExitCode::Ok;
}

}  // namespace okienko::cli
