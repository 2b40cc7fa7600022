#include "server/connection.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "server/request_head.hpp"

namespace okienko::server {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::string_view kEmptyLine = "\r\n\r\n";

int milliseconds_until(steady_clock::time_point moment) {
    const auto left = std::chrono::ceil<milliseconds>(moment - steady_clock::now());
    return static_cast<int>(std::clamp<milliseconds::rep>(left.count(), 0, 3'600'000));
}

}  // namespace

Connection::Connection(int socket, const StopFlag& stop, ConnectionTimes times)
    : socket_(socket), stop_(stop), times_(times) {}

Connection::Wait Connection::wait(short event, Time until) const {
    while (true) {
        std::array<pollfd, 2> polled{{{socket_, event, 0}, {stop_.descriptor(), POLLIN, 0}}};
        // Once stopped, the flag's descriptor would end every wait at once.
        const nfds_t count = stop_.raised() ? 1 : 2;
        const int ready = ::poll(polled.data(), count, milliseconds_until(until));
        if (ready == 0) return Wait::TimedOut;
        if (ready < 0 && errno != EINTR) return Wait::TimedOut;
        if (ready < 0) continue;
        if (polled[0].revents != 0) return Wait::Ready;
        return Wait::Stopped;
    }
}

ssize_t Connection::receive_more(Time until) {
    if (wait(POLLIN, until) != Wait::Ready) return -1;
    std::array<char, 4096> bytes{};
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count > 0) received_.append(bytes.data(), static_cast<std::size_t>(count));
    return count;
}

void Connection::forget_what_was_read() {
    received_.erase(0, read_);
    read_ = 0;
    head_size_ = 0;
    body_size_ = 0;
}

Connection::Arrival Connection::await_head() {
    forget_what_was_read();
    auto until = steady_clock::now() + (received_.empty() ? times_.idle : times_.head);
    while (true) {
        const auto end = received_.find(kEmptyLine);
        if (end != std::string::npos && end + kEmptyLine.size() <= kHeadMaxBytes) {
            head_size_ = end + kEmptyLine.size();
            return Arrival::Complete;
        }
        if (received_.size() > kHeadMaxBytes) return Arrival::TooLarge;
        const bool nothing_yet = received_.empty();
        if (stop_.raised()) return Arrival::Closed;
        const auto count = receive_more(until);
        if (count == 0 || stop_.raised()) return Arrival::Closed;
        if (count < 0) return nothing_yet ? Arrival::Closed : Arrival::TooSlow;
        if (nothing_yet) until = steady_clock::now() + times_.head;
    }
}

std::string_view Connection::head() const {
    return std::string_view{received_}.substr(0, head_size_);
}

Connection::Arrival Connection::await_body(std::size_t length) {
    body_size_ = length;
    const auto until = steady_clock::now() + times_.body;
    while (received_.size() < head_size_ + length) {
        const auto count = receive_more(until);
        if (count == 0 || stop_.raised()) return Arrival::Closed;
        if (count < 0) return Arrival::TooSlow;
    }
    return Arrival::Complete;
}

std::string_view Connection::body() const {
    return std::string_view{received_}.substr(head_size_, body_size_);
}

void Connection::skip_body() {
    read_ = head_size_ + body_size_;
}

ssize_t Connection::read_head(char* into, std::size_t size) {
    const auto count = std::min(size, head_size_ - std::min(read_, head_size_));
    std::memcpy(into, received_.data() + read_, count);
    read_ += count;
    return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
    std::size_t sent = 0;
    while (sent < size) {
        const auto count = ::send(socket_, bytes + sent, size - sent, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count >= 0) {
            sent += static_cast<std::size_t>(count);
            if (stop_.raised() && steady_clock::now() > stop_.last_moment()) return -1;
            continue;
        }
        if (errno == EINTR) continue;
        if (errno != EAGAIN) return -1;
        auto until = steady_clock::now() + times_.write;
        if (stop_.raised()) until = std::min(until, stop_.last_moment());
        // Stopped meanwhile: once more round, with less patience.
        if (wait(POLLOUT, until) == Wait::TimedOut) return -1;
    }
    return static_cast<ssize_t>(size);
}

void Connection::finish_sending() {
    constexpr milliseconds kMoment{500};
    constexpr std::size_t kMostBytes = std::size_t{256} * 1024;
    ::shutdown(socket_, SHUT_WR);
    const auto until = steady_clock::now() + kMoment;
    std::array<char, 4096> bytes{};
    for (std::size_t swallowed = 0; swallowed < kMostBytes;) {
        if (wait(POLLIN, until) != Wait::Ready || steady_clock::now() > until) return;
        const auto count = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (count <= 0) return;
        swallowed += static_cast<std::size_t>(count);
    }
}

}  // namespace okienko::server
