#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "server/stop_flag.hpp"

namespace okienko::server {

/// How long a visitor may keep a worker waiting.
struct ConnectionTimes {
    std::chrono::milliseconds idle{1000};   ///< For the first byte of a request.
    std::chrono::milliseconds head{5000};   ///< For the whole head, from its first byte.
    std::chrono::milliseconds body{15000};  ///< For a whole body, from the end of its head.
    std::chrono::milliseconds write{5000};  ///< For room to send the next part of an answer.
};

/// One visitor's TCP connection, without any HTTP library: what cpp-httplib's own stream lacks is
/// a limit to the size and time of a head, bytes kept between requests (pipelining), and an end
/// when the server stops. Used by one thread; does not close the socket.
class Connection {
  public:
    Connection(int socket, const StopFlag& stop, ConnectionTimes times);

    enum class Arrival {
        Complete,
        Closed,    ///< By the visitor, or idle for too long, or the server stops.
        TooSlow,   ///< Part of a head came, the rest not in time.
        TooLarge,  ///< More than kHeadMaxBytes.
    };
    /// Waits for the next request's head, all up to the empty line.
    Arrival await_head();
    /// The head that came, still to be read.
    [[nodiscard]] std::string_view head() const;

    /// Waits for the body that follows the head; Complete when there is all of it. Never answers
    /// TooLarge: who asks knows the length.
    Arrival await_body(std::size_t length);
    /// The body that came. It stays to be read, or skipped, after the head.
    [[nodiscard]] std::string_view body() const;
    void skip_body();

    /// Moves bytes of the head to where cpp-httplib wants them. 0 at its end.
    ssize_t read_head(char* into, std::size_t size);
    /// Sends all bytes. -1 on failure.
    ssize_t write(const char* bytes, std::size_t size);

    /// Ends sending and swallows, for a moment, what the visitor still sends: closing a socket
    /// that has unread bytes would take our last answer from the visitor (TCP reset).
    void finish_sending();

    [[nodiscard]] int socket() const { return socket_; }

  private:
    using Time = std::chrono::steady_clock::time_point;
    enum class Wait { Ready, TimedOut, Stopped };

    /// Waits until `event` (POLLIN or POLLOUT) is possible; ends early when the server stops.
    [[nodiscard]] Wait wait(short event, Time until) const;
    ssize_t receive_more(Time until);
    void forget_what_was_read();

    int socket_;
    const StopFlag& stop_;
    ConnectionTimes times_;
    std::string received_;
    std::size_t read_ = 0;       ///< How much of received_ has been read.
    std::size_t head_size_ = 0;  ///< From the beginning of received_.
    std::size_t body_size_ = 0;  ///< After the head.
};

}  // namespace okienko::server
