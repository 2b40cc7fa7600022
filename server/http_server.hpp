#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/connection.hpp"
#include "server/request.hpp"
#include "server/request_log.hpp"
#include "server/response.hpp"

namespace okienko::server {

class EventChannel;

/// The server cannot start or go on: a taken port, a forbidden address. The message is Polish, for
/// the person who runs the program.
class ServerError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Who can reach the server. cpp-httplib 0.11.4 must not face the internet (a few idle visitors
/// hold all its workers), so an address other than loopback needs the assurance of a proxy.
enum class Exposure { LoopbackOnly, BehindProxy };

/// What the log says of requests. Failures are always logged.
enum class RequestLog { Every, None };

struct ServerOptions {
    std::string address = "127.0.0.1";
    int port = 8080;  ///< 0 = any free one.
    Exposure exposure = Exposure::LoopbackOnly;
    std::size_t workers = 64;  ///< As many connections are served at once.
    std::uint64_t body_max_bytes = std::uint64_t{1024} * 1024;  ///< A longer request body is 413.
    ConnectionTimes times;
    /// What a visitor reads when the machine fails, before the code: words of the theme, such as
    /// "Coś poszło nie tak. Zadzwoń: 999 001 020. Kod:".
    std::string failure_text = "500";
    LogSink log = log_to_stderr;
    RequestLog requests = RequestLog::Every;
    /// Takes over the connections that ask for its path, so that they hold no worker. May be
    /// nullptr; otherwise outlives the server.
    EventChannel* events = nullptr;
};

/// Answers a request; called by many threads at once. What it throws goes to the log under a short
/// code, and the visitor gets 500 with that code and nothing else.
using Handler = std::function<Response(const Request&)>;

/// The one door to cpp-httplib. Refuses ambiguous requests (request_head.hpp), adds the security
/// headers and never compresses. A handler is asked when the whole body is there; bodies that never
/// come are 408.
class HttpServer {
  public:
    HttpServer(ServerOptions options, Handler handler);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    /// Takes the port and answers with its number. Call once. Throws ServerError.
    int bind();

    /// Serves until `stop`. Call once, after `bind`. Throws ServerError when the socket fails.
    void run();

    /// Makes `run` return within two seconds: idle connections are closed at once, answers that
    /// have begun get one second more. From any thread, before `run` too, any number of times.
    void stop();

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace okienko::server
