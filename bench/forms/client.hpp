#pragma once

#include <string>

namespace okienko::bench {

/// A visitor's browser, as far as it matters here: one connection to a server on this machine that
/// is used again and again, and made anew when the server closes it. Belongs to one thread.
class Client {
  public:
    explicit Client(int port) : port_(port) {}
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { hang_up(); }

    /// The whole answer, which must say its Content-Length. Throws std::runtime_error when there is
    /// none.
    std::string ask(const std::string& request);

  private:
    void dial();
    void hang_up();
    std::string receive();

    int port_;
    int socket_ = -1;
};

}  // namespace okienko::bench
