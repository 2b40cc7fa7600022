#pragma once

#include <string>

#include "tests/temporary_folder.hpp"

namespace okienko::server {

/// A real mail server (aiosmtpd) in a process of its own; see smtp_server.py.
class SmtpServer {
  public:
    explicit SmtpServer(const std::string& mode);
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;
    ~SmtpServer();

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::string certificate() const { return (folder_ / "certificate.pem").string(); }
    /// "1.eml", "1.envelope" (greeting, sender, recipients), "connections"; empty when there is
    /// none.
    [[nodiscard]] std::string file(const std::string& name) const;

  private:
    tests::TemporaryFolder folder_;
    pid_t process_ = -1;
    int stays_open_ = -1;  ///< Its standard input.
    int port_ = 0;
};

}  // namespace okienko::server
