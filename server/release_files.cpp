#include "server/release_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace okienko::server {
namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

/// Dots lead out of the folder or to what is not published.
bool may_be_published(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.find('\0') == std::string_view::npos;
}

bool means_nothing_there(int error) {
    return error == ENOENT || error == ENOTDIR || error == ELOOP || error == ENAMETOOLONG ||
           error == ENXIO;
}

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

ReleaseEntry described(Descriptor descriptor, std::string_view path) {
    struct stat status {};
    if (::fstat(descriptor.value(), &status) != 0) fail(std::string{path});
    if (S_ISDIR(status.st_mode)) return Folder{};
    if (!S_ISREG(status.st_mode)) return Nothing{};
    return std::make_shared<const OpenFile>(std::move(descriptor),
                                            status.st_ino,
                                            static_cast<std::uint64_t>(status.st_size),
                                            nanoseconds(status.st_mtim));
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
}

Descriptor::~Descriptor() {
    if (value_ >= 0) ::close(value_);
}

OpenFile::OpenFile(Descriptor descriptor,
                   std::uint64_t inode,
                   std::uint64_t size,
                   std::int64_t modified_ns)
    : descriptor_(std::move(descriptor)), inode_(inode), size_(size), modified_ns_(modified_ns) {}

std::size_t OpenFile::read_at(std::uint64_t offset, char* into, std::size_t size) const {
    for (;;) {
        const auto count = ::pread(descriptor_.value(), into, size, static_cast<off_t>(offset));
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) fail("pread");
    }
}

ReleaseFiles::ReleaseFiles(const std::filesystem::path& current)
    : folder_(::open(current.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_.value() < 0) fail(current.string());
}

ReleaseEntry ReleaseFiles::open(std::string_view path) const {
    // One name at a time and never through a link: the kernel has no way to lead us elsewhere.
    Descriptor here{::fcntl(folder_.value(), F_DUPFD_CLOEXEC, 0)};
    if (here.value() < 0) fail(std::string{path});
    if (path.starts_with('/')) path.remove_prefix(1);
    while (true) {
        const auto slash = path.find('/');
        const bool last = slash == std::string_view::npos;
        const std::string name{path.substr(0, slash)};
        if (!may_be_published(name)) return Nothing{};
        // O_NONBLOCK: a FIFO must not hold us.
        const int flags = last ? O_RDONLY | O_NONBLOCK : O_PATH | O_DIRECTORY;
        Descriptor next{::openat(here.value(), name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC)};
        if (next.value() < 0) {
            if (means_nothing_there(errno)) return Nothing{};
            fail(name);
        }
        if (last) return described(std::move(next), path);
        here = std::move(next);
        path.remove_prefix(slash + 1);
    }
}

}  // namespace okienko::server
