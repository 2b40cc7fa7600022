#include "generator/release_tree.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "generator/file_tree.hpp"

namespace okienko::generator {

ReleaseTree::ReleaseTree(const std::filesystem::path& folder)
    : path_(folder), folder_(folder, O_RDONLY | O_DIRECTORY) {}

template <class Attempt>
bool ReleaseTree::with_folders(const std::string& file, Attempt attempt) {
    if (attempt()) return true;
    if (errno != ENOENT) return false;
    make_folders_of(file);
    return attempt();
}

/// Mostly only the innermost is missing, and is made with one call.
void ReleaseTree::make_folders_of(const std::string& file) {
    auto slash = file.rfind('/');
    if (slash == std::string::npos) return;
    auto folder = file.substr(0, slash);
    auto make = [&] { return ::mkdirat(folder_.value(), folder.c_str(), 0755) == 0; };
    if (with_folders(folder, make)) {
        reshaped_ = true;
    } else if (errno != EEXIST) {
        throw_file_error("nie można utworzyć folderu", path_ / folder);
    }
}

void ReleaseTree::write(const std::string& file, std::string_view bytes) {
    constexpr int kNew = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int opened = -1;
    auto open = [&] {
        opened = ::openat(folder_.value(), file.c_str(), kNew, 0644);
        if (opened >= 0 || errno != EEXIST) return opened >= 0;
        ::unlinkat(folder_.value(), file.c_str(), 0);
        opened = ::openat(folder_.value(), file.c_str(), kNew, 0644);
        return opened >= 0;
    };
    if (!with_folders(file, open)) throw_file_error("nie można zapisać", path_ / file);
    Descriptor{path_ / file, Descriptor::Opened{opened}}.write_all(bytes);
}

void ReleaseTree::link_from(const ReleaseTree& other, const std::string& file) {
    auto link = [&] {
        return ::linkat(other.folder_.value(), file.c_str(), folder_.value(), file.c_str(), 0) == 0;
    };
    if (!with_folders(file, link)) throw_file_error("nie można przejąć pliku", other.path_ / file);
}

void ReleaseTree::remove(const std::string& file) {
    ::unlinkat(folder_.value(), file.c_str(), 0);
    for (auto slash = file.rfind('/'); slash != std::string::npos;) {
        auto folder = file.substr(0, slash);
        if (::unlinkat(folder_.value(), folder.c_str(), AT_REMOVEDIR) != 0) return;
        reshaped_ = true;
        slash = folder.rfind('/');
    }
}

}  // namespace okienko::generator
