#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace okienko {

/// Another user of the machine for the length of a scope: root may write everywhere.
class WithoutRootPrivileges {
  public:
    WithoutRootPrivileges() : became_(geteuid() == 0 && seteuid(kNobody) == 0) {}
    ~WithoutRootPrivileges() {
        if (became_ && seteuid(0) != 0) std::abort();
    }
    WithoutRootPrivileges(const WithoutRootPrivileges&) = delete;
    WithoutRootPrivileges& operator=(const WithoutRootPrivileges&) = delete;

  private:
    static constexpr uid_t kNobody = 65534;
    bool became_;
};

/// Lets everybody read the directory and its files, and nobody but root write.
inline void make_read_only(const std::filesystem::path& directory) {
    for (const auto& file : std::filesystem::directory_iterator(directory)) {
        std::filesystem::permissions(file, std::filesystem::perms{0444});
    }
    std::filesystem::permissions(directory, std::filesystem::perms{0555});
}

inline void make_writable(const std::filesystem::path& directory) {
    std::filesystem::permissions(directory, std::filesystem::perms{0755});
    for (const auto& file : std::filesystem::directory_iterator(directory)) {
        std::filesystem::permissions(file, std::filesystem::perms{0644});
    }
}

}  // namespace okienko
