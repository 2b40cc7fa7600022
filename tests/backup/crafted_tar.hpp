#pragma once

#include <array>
#include <cstdio>
#include <numeric>
#include <string>

namespace okienko::tests {

/// An unpacked tar archive (POSIX.1-1988 "ustar"), byte by byte: for members that our own writer
/// would never write. Paths have at most 100 bytes.
class CraftedTar {
  public:
    void add_file(const std::string& path, const std::string& bytes) { add(path, '0', bytes); }

    /// Type: '0' file, '1' hard link, '2' symbolic link, '5' folder, '6' pipe.
    void add(const std::string& path,
             char type,
             const std::string& bytes,
             const std::string& target = {}) {
        std::string head(kBlock, '\0');
        auto put = [&head](std::size_t at, const std::string& text) {
            head.replace(at, text.size(), text);
        };
        put(0, path);
        put(100, octal(7, 0644));
        put(108, octal(7, 0));
        put(116, octal(7, 0));
        put(124, octal(11, bytes.size()));
        put(136, octal(11, 0));
        put(148, "        ");
        put(156, std::string(1, type));
        put(157, target);
        put(257,
            std::string("ustar\0"
                        "00",
                        8));
        auto sum = std::accumulate(head.begin(), head.end(), 0U, [](unsigned all, char c) {
            return all + static_cast<unsigned char>(c);
        });
        put(148, octal(6, sum) + std::string("\0 ", 2));
        bytes_ += head + bytes;
        bytes_.append((kBlock - bytes.size() % kBlock) % kBlock, '\0');
    }

    void end() { bytes_.append(2 * kBlock, '\0'); }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    static constexpr std::size_t kBlock = 512;

    static std::string octal(int width, std::size_t number) {
        std::array<char, 16> digits{};
        std::snprintf(digits.data(), digits.size(), "%0*zo", width, number);
        return digits.data();
    }

    std::string bytes_;
};

}  // namespace okienko::tests
