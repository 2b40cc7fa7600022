// write_floor SOURCE TARGET: reads every file below SOURCE into memory, then writes them all below
// TARGET in one thread and syncs the file system: the bare cost of what a build must write.
// Prints the seconds that the writing took.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    namespace fs = std::filesystem;
    if (argc != 3) {
        std::cerr << "usage: write_floor SOURCE TARGET\n";
        return 2;
    }
    fs::path source = argv[1];
    fs::path target = argv[2];
    std::vector<std::pair<std::string, std::string>> files;
    std::vector<std::string> folders;
    for (const auto& entry : fs::recursive_directory_iterator{source}) {
        auto name = entry.path().lexically_relative(source).string();
        if (entry.is_directory()) {
            folders.push_back(name);
        } else {
            std::ifstream file{entry.path(), std::ios::binary};
            files.emplace_back(name, std::string{std::istreambuf_iterator<char>{file}, {}});
        }
    }
    auto started = std::chrono::steady_clock::now();
    fs::create_directories(target);
    for (const auto& folder : folders) fs::create_directories(target / folder);
    for (const auto& [name, bytes] : files) {
        int file = ::open((target / name).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (file < 0 ||
            ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
            std::cerr << "write_floor: cannot write " << name << "\n";
            return 3;
        }
        ::close(file);
    }
    int folder = ::open(target.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ::syncfs(folder);
    ::close(folder);
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    std::cout << took.count() << "\n";
}
