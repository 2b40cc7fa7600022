#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "server/http_server.hpp"
#include "tests/server/raw_client.hpp"

namespace okienko::server {

/// A server that runs in a thread of its own and remembers its log.
class RunningServer {
  public:
    explicit RunningServer(Handler handler, ServerOptions options = {}) {
        options.port = 0;
        options.log = [this](std::string_view line) {
            const std::scoped_lock lock(mutex_);
            log_ += std::string{line} + "\n";
        };
        server_ = std::make_unique<HttpServer>(options, std::move(handler));
        port_ = server_->bind();
        thread_ = std::thread([this] { server_->run(); });
    }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;
    ~RunningServer() { stop(); }

    std::chrono::milliseconds stop() {
        const auto start = std::chrono::steady_clock::now();
        server_->stop();
        if (thread_.joinable()) thread_.join();
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start);
    }

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::string log() {
        const std::scoped_lock lock(mutex_);
        return log_;
    }

    /// Everything the server says to these bytes until it closes the connection.
    [[nodiscard]] std::string say(const std::string& bytes) const {
        RawClient client(port_);
        client.send(bytes);
        auto answer = client.receive_until_closed();
        EXPECT_TRUE(client.closed()) << "the connection was left open after " << bytes;
        return answer;
    }

    [[nodiscard]] std::string ask(const std::string& method,
                                  const std::string& target,
                                  const std::string& fields = "") const {
        return say(method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
                   fields + "\r\n");
    }

  private:
    std::mutex mutex_;
    std::string log_;
    std::unique_ptr<HttpServer> server_;
    int port_ = 0;
    std::thread thread_;
};

}  // namespace okienko::server
