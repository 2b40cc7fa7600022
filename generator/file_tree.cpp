#include "generator/file_tree.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;

/// The reasons that an office meets, in its language; for the rest the system's own words.
std::string reason(int error) {
    switch (error) {
        case ENOENT:
            return "nie ma takiego pliku";
        case EACCES:
        case EPERM:
            return "brak uprawnień";
        case ENOSPC:
            return "brak miejsca na dysku";
        case EROFS:
            return "dysk jest tylko do odczytu";
        case EISDIR:
            return "to jest folder";
        default:
            return std::generic_category().message(error);
    }
}

}  // namespace

void throw_file_error(std::string_view doing, const fs::path& path) {
    throw FileError(std::string{doing} + " " + path.string() + ": " + reason(errno));
}

std::string read_file(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw_file_error("nie można otworzyć pliku", path);
    std::error_code unknown_size;
    std::string bytes;
    bytes.resize(fs::file_size(path, unknown_size));
    if (unknown_size) throw_file_error("nie można odczytać pliku", path);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.gcount() != static_cast<std::streamsize>(bytes.size())) {
        throw_file_error("nie można odczytać pliku", path);
    }
    return bytes;
}

void write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream file{path, std::ios::binary | std::ios::trunc};
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw_file_error("nie można zapisać pliku", path);
}

std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> files;
    if (!fs::is_directory(folder)) return files;
    fs::recursive_directory_iterator walk{folder, fs::directory_options::follow_directory_symlink};
    for (auto entry = begin(walk); entry != end(walk); ++entry) {
        if (entry->path().filename().string().starts_with('.')) {
            if (entry->is_directory()) entry.disable_recursion_pending();
            continue;
        }
        if (entry->is_regular_file()) {
            files.push_back(entry->path().lexically_relative(folder).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace okienko::generator
