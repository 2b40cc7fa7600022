#include "server/mail/password_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "generator/descriptor.hpp"
#include "generator/file_tree.hpp"

namespace okienko::server {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
    throw generator::FileError("plik z hasłem " + path.string() + ": " + why);
}

/// Asks about the file that is open: its name may mean another one by now.
void check_owner_only(const generator::Descriptor& file, const std::filesystem::path& path) {
    struct stat status {};
    if (::fstat(file.value(), &status) != 0) generator::throw_file_error("nie można zbadać", path);
    if (!S_ISREG(status.st_mode)) refuse(path, "to nie jest zwykły plik");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        refuse(path, "mogą go czytać inni; wykonaj: chmod 600 " + path.string());
    }
}

}  // namespace

std::string read_password(const std::filesystem::path& path) {
    // O_NONBLOCK: opening a named pipe would wait for its writer.
    const generator::Descriptor file{path, O_RDONLY | O_NONBLOCK};
    check_owner_only(file, path);
    std::array<char, 1024> bytes{};
    std::string password{bytes.data(), file.read(bytes)};
    while (password.ends_with('\n') || password.ends_with('\r')) password.pop_back();
    const bool one_line = std::none_of(password.begin(), password.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ';
    });
    if (password.empty() || !one_line || password.size() > 500) {
        refuse(path, "powinien mieć jeden wiersz, a w nim hasło");
    }
    return password;
}

}  // namespace okienko::server
