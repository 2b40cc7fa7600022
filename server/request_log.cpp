#include "server/request_log.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <ctime>

namespace okienko::server {
namespace {

std::string timestamp(std::chrono::system_clock::time_point at) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const auto size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

std::string one_word(std::string_view text) {
    constexpr std::size_t kLongest = 200;
    std::string word{text.substr(0, kLongest)};
    for (char& letter : word) {
        if (letter <= ' ' || letter > '~') letter = '?';
    }
    return word.empty() ? "-" : word;
}

/// A private link opens what somebody writes: its token is not written down.
std::string without_token(std::string_view path) {
    constexpr std::string_view kPrivate = "/zgloszenie/";
    if (!path.starts_with(kPrivate)) return std::string{path};
    auto rest = path.find('/', kPrivate.size());
    std::string shown{kPrivate};
    shown += '-';
    return rest == std::string_view::npos ? shown : shown.append(path.substr(rest));
}

std::string one_line(std::string_view text) {
    std::string line{text};
    for (char& letter : line) {
        if (static_cast<unsigned char>(letter) < ' ') letter = ' ';
    }
    return line;
}

}  // namespace

std::string log_line(const RequestRecord& record) {
    std::array<char, 32> duration{};
    std::snprintf(duration.data(),
                  duration.size(),
                  "%.1fms",
                  static_cast<double>(record.took.count()) / 1000.0);
    return timestamp(record.at) + " " + one_word(record.method) + " " +
           one_word(without_token(record.path)) + " " + std::to_string(record.status) + " " +
           duration.data();
}

std::string failure_line(std::chrono::system_clock::time_point at,
                         std::string_view code,
                         std::string_view what) {
    return timestamp(at) + " failure " + std::string{code} + ": " + one_line(what);
}

void log_to_stderr(std::string_view line) {
    const std::string whole = std::string{line} + "\n";
    // A log that cannot be written is no reason to fail a visitor.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, whole.data(), whole.size());
}

}  // namespace okienko::server
