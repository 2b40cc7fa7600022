#include "generator/descriptor.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "generator/file_tree.hpp"

namespace okienko::generator {

Descriptor::Descriptor(const std::filesystem::path& path, int flags, mode_t mode)
    : path_(path), value_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (value_ < 0) throw_file_error("nie można otworzyć", path);
}

Descriptor::~Descriptor() {
    ::close(value_);
}

bool Descriptor::try_lock() const {
    if (::flock(value_, LOCK_EX | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK) throw_file_error("nie można zająć", path_);
    return false;
}

void Descriptor::wait_for_lock() const {
    while (::flock(value_, LOCK_EX) != 0) {
        if (errno != EINTR) throw_file_error("nie można zająć", path_);
    }
}

std::size_t Descriptor::read(std::span<char> room) const {
    while (true) {
        auto size = ::read(value_, room.data(), room.size());
        if (size >= 0) return static_cast<std::size_t>(size);
        if (errno != EINTR) throw_file_error("nie można odczytać", path_);
    }
}

void Descriptor::write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
        auto written = ::write(value_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_file_error("nie można zapisać", path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Descriptor::write_at(std::size_t place, std::string_view bytes) const {
    while (!bytes.empty()) {
        auto written = ::pwrite(value_, bytes.data(), bytes.size(), static_cast<off_t>(place));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_file_error("nie można zapisać", path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        place += static_cast<std::size_t>(written);
    }
}

void Descriptor::sync() const {
    if (::fsync(value_) != 0) throw_file_error("nie można utrwalić", path_);
}

void Descriptor::sync_file_system() const {
    if (::syncfs(value_) != 0) throw_file_error("nie można utrwalić", path_);
}

void sync_folder(const std::filesystem::path& folder) {
    Descriptor{folder, O_RDONLY | O_DIRECTORY}.sync();
}

}  // namespace okienko::generator
