#include "cli/share.hpp"

#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace okienko::cli {

std::filesystem::path share_folder() {
    namespace fs = std::filesystem;
    std::vector<fs::path> candidates;
    if (const char* variable = std::getenv("OKIENKO_SHARE")) {
        candidates.emplace_back(variable);
    } else {
        auto program = fs::read_symlink("/proc/self/exe");
        candidates.push_back(program.parent_path().parent_path() / "share/okienko");
        candidates.emplace_back(OKIENKO_SOURCE_DIR);
    }
    for (const auto& folder : candidates) {
        if (fs::is_directory(folder / "themes/default")) return folder;
    }
    throw std::runtime_error("nie ma plików programu w " + candidates.front().string() +
                             "; zainstaluj program ponownie albo ustaw OKIENKO_SHARE");
}

}  // namespace okienko::cli
