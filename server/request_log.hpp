#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace okienko::server {

/// What is remembered of a request. Nothing about the person: no address, no query (people search
/// for illnesses), no browser.
struct RequestRecord {
    std::chrono::system_clock::time_point at;
    std::string method;
    std::string path;
    int status = 0;
    std::chrono::microseconds took{0};
};

/// "2026-11-22T14:30:00Z GET /uslugi/ 200 1.3ms". Bytes that are no visible ASCII become "?",
/// so nobody can write lines of their own; a path longer than 200 bytes is cut.
std::string log_line(const RequestRecord& record);

/// "2026-11-22T14:30:00Z failure K7M2QX: pread: …": what a visitor was told only by its code.
std::string failure_line(std::chrono::system_clock::time_point at,
                         std::string_view code,
                         std::string_view what);

/// Takes lines without their line end, from any thread.
using LogSink = std::function<void(std::string_view line)>;

/// One write(2) a line, so lines of different threads do not mix. Never throws.
void log_to_stderr(std::string_view line);

}  // namespace okienko::server
