#pragma once

#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "server/release_files.hpp"

namespace okienko::server {

/// Tells open pages what has happened (Server-Sent Events). Listeners cost a socket each and no
/// thread: nothing is ever awaited from them, and one that cannot take an event at once is let go
/// (its browser comes back by itself). Thread-safe.
class EventChannel {
  public:
    /// `path` is the address under which a server hands its connections over.
    explicit EventChannel(std::string path) : path_(std::move(path)) {}

    [[nodiscard]] const std::string& path() const { return path_; }

    /// The head of the answer that turns a connection into a listener.
    [[nodiscard]] static std::string_view head();

    /// Takes a connection whose head has been sent, and tells it the newest event, if any. Of too
    /// many listeners the oldest is let go.
    void add(Descriptor listener);

    /// Sends a line of text to all listeners, and to each who joins later until the next call.
    void tell(std::string_view line);

    [[nodiscard]] std::size_t listeners() const;

  private:
    void let_go_of_the_gone();

    std::string path_;
    mutable std::mutex mutex_;
    std::list<Descriptor> listeners_;  ///< The oldest first.
    std::string newest_;               ///< As it is sent.
};

}  // namespace okienko::server
