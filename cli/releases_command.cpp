#include <iostream>

#include "cli/commands.hpp"
#include "generator/release.hpp"
#include "generator/release_tidying.hpp"

namespace okienko::cli {

ExitCode run_releases(const generator::Instance& instance) {
    auto all = generator::releases(instance.site());
    for (auto release = all.rbegin(); release != all.rend(); ++release) {
        std::cout << release->id << (release->current ? "  ← na stronie" : "") << "\n";
    }
    if (all.empty())
        std::cout << "Nie ma jeszcze żadnego wydania. Zbuduj pierwsze: okienko build\n";
    return ExitCode::Ok;
}

ExitCode run_tidy(const TidyCommand& command, const generator::Instance& instance) {
    generator::tidy_releases(instance.site(), command.keep);
    return ExitCode::Ok;
}

ExitCode run_rollback(const RollbackCommand& command, const generator::Instance& instance) {
    auto release = generator::roll_back(instance.site(), command.release);
    if (!release) {
        std::cerr << "okienko: nie ma takiego wydania. Lista wydań: okienko releases\n";
        return ExitCode::Problems;
    }
    std::cout << "Na stronie jest teraz wydanie " << *release << ".\n";
    return ExitCode::Ok;
}

}  // namespace okienko::cli
