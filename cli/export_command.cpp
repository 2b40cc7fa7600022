#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "cli/commands.hpp"
#include "exchange/csv_export.hpp"
#include "exchange/export.hpp"
#include "generator/file_tree.hpp"

namespace okienko::cli {
namespace {

namespace fs = std::filesystem;
using exchange::Format;

Format format_of(const ExportCommand& command) {
    if (!command.format.empty()) return command.format == "csv" ? Format::Csv : Format::Hsds;
    bool table = command.empty_table || (command.file && command.file->extension() == ".csv");
    return table ? Format::Csv : Format::Hsds;
}

void write(const ExportCommand& command, const fs::path& catalogue, const exchange::Sink& sink) {
    if (command.empty_table) return sink(exchange::csv_template());
    exchange::export_catalogue(catalogue, format_of(command), sink);
}

/// The file appears when it is whole, so that nobody reads half of it.
void write_file(const ExportCommand& command, const fs::path& catalogue, const fs::path& file) {
    auto unfinished = file;
    unfinished += ".unfinished";
    {
        std::ofstream out{unfinished, std::ios::binary | std::ios::trunc};
        if (!out) generator::throw_file_error("nie można zapisać", file);
        write(command, catalogue, [&](std::string_view part) {
            out.write(part.data(), static_cast<std::streamsize>(part.size()));
        });
        out.close();
        if (!out) {
            fs::remove(unfinished);
            generator::throw_file_error("nie można zapisać", file);
        }
    }
    fs::rename(unfinished, file);
    std::cout << "Zapisano: " << file.string() << "\n";
}

}  // namespace

ExitCode run_export(const ExportCommand& command, const generator::Instance& instance) {
    if (command.file && command.empty_table && command.format == "hsds") {
        std::cerr << "okienko: --template jest tabelą CSV, nie HSDS\n";
        return ExitCode::Usage;
    }
    if (command.file) {
        write_file(command, instance.catalogue(), *command.file);
    } else {
        write(command, instance.catalogue(), [](std::string_view part) { std::cout << part; });
        std::cout << std::flush;
        if (!std::cout) generator::throw_file_error("nie można zapisać", "(wyjście)");
    }
    return ExitCode::Ok;
}

}  // namespace okienko::cli
