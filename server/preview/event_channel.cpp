#include "server/preview/event_channel.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace okienko::server {
namespace {

constexpr std::size_t kMostListeners = 64;

bool send(const Descriptor& listener, std::string_view bytes) {
    const auto count =
        ::send(listener.value(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    return count == static_cast<ssize_t>(bytes.size());
}

/// A listener says nothing after its request, so all there can be to read is its end.
bool is_gone(const Descriptor& listener) {
    char byte = 0;
    const auto count = ::recv(listener.value(), &byte, 1, MSG_DONTWAIT | MSG_PEEK);
    return count == 0 || (count < 0 && errno != EAGAIN);
}

}  // namespace

std::string_view EventChannel::head() {
    return "HTTP/1.1 200 OK\r\n"
           "Content-Type: text/event-stream\r\n"
           "Cache-Control: no-store\r\n"
           "Connection: close\r\n"
           "X-Content-Type-Options: nosniff\r\n"
           "\r\n"
           "retry: 500\n\n";  // Milliseconds before a browser comes back.
}

void EventChannel::add(Descriptor listener) {
    const std::scoped_lock lock(mutex_);
    let_go_of_the_gone();
    if (listeners_.size() == kMostListeners) listeners_.pop_front();
    if (newest_.empty() || send(listener, newest_)) listeners_.push_back(std::move(listener));
}

void EventChannel::tell(std::string_view line) {
    const std::scoped_lock lock(mutex_);
    newest_ = "data: " + std::string{line} + "\n\n";
    listeners_.remove_if([this](const Descriptor& listener) { return !send(listener, newest_); });
}

std::size_t EventChannel::listeners() const {
    const std::scoped_lock lock(mutex_);
    return listeners_.size();
}

void EventChannel::let_go_of_the_gone() {
    listeners_.remove_if(is_gone);
}

}  // namespace okienko::server
