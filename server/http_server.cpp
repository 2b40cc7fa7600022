#include "server/http_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <exception>
#include <random>
#include <utility>

#include "model/spoken_code.hpp"
#include "server/client_address.hpp"
#include "server/header_values.hpp"
#include "server/preview/event_channel.hpp"
#include "server/request_head.hpp"
#include "server/security_headers.hpp"
#include "server/stop_flag.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kRequestsPerConnection = 100;
constexpr int kBacklog = 511;  // httplib's own is 5: a burst of visitors would be turned away.

bool is_loopback(const std::string& address) {
    if (address == "localhost" || address == "::1") return true;
    in_addr ipv4{};
    return ::inet_pton(AF_INET, address.c_str(), &ipv4) == 1 &&
           (ntohl(ipv4.s_addr) >> 24U) == IN_LOOPBACKNET;
}

std::string explain_bind(const ServerOptions& options, int error) {
    const auto port = std::to_string(options.port);
    if (error == EADDRINUSE) {
        return "Port " + port + " jest zajęty. Zamknij program, który go używa, albo wybierz inny.";
    }
    if (error == EACCES) {
        return "Port " + port + " wymaga uprawnień administratora. Wybierz port od 1024 wzwyż.";
    }
    return "Nie mogę nasłuchiwać pod adresem " + options.address + ", port " + port + ": " +
           std::generic_category().message(error) + ".";
}

std::string new_failure_code() {
    std::random_device random;
    return model::spoken_code(6, random);
}

/// What httplib reads from and writes to. It writes the head of an answer and its body one after
/// the other; they are sent together, or each visitor would be woken twice.
class ConnectionStream : public httplib::Stream {
  public:
    explicit ConnectionStream(Connection& connection) : connection_(connection) {}

    [[nodiscard]] bool is_readable() const override { return true; }
    [[nodiscard]] bool is_writable() const override { return true; }
    ssize_t read(char* into, size_t size) override { return connection_.read_head(into, size); }
    ssize_t write(const char* bytes, size_t size) override {
        if (unsent_.size() + size > kMostTogether) {
            if (!send()) return -1;
            return connection_.write(bytes, size);
        }
        unsent_.append(bytes, size);
        return static_cast<ssize_t>(size);
    }
    /// To be called when the answer is complete. False when it could not be sent.
    [[nodiscard]] bool send() {
        const auto size = static_cast<ssize_t>(unsent_.size());
        const bool sent = size == 0 || connection_.write(unsent_.data(), unsent_.size()) == size;
        unsent_.clear();
        return sent;
    }
    // Nobody here needs to know who asks.
    void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
    void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
    [[nodiscard]] socket_t socket() const override { return connection_.socket(); }

  private:
    static constexpr std::size_t kMostTogether = std::size_t{48} * 1024;

    Connection& connection_;
    std::string unsent_;
};

/// Only what stands before "?": people's words stay out of the log.
std::string path_of(const std::string& target) {
    return target.substr(0, target.find('?'));
}

bool asks_to_close(const RequestHead& head) {
    return std::any_of(head.headers.begin(), head.headers.end(), [](const Header& field) {
        return same_field_name(field.name, "Connection") && same_field_name(field.value, "close");
    });
}

/// Sends a part of a file from the disk; false ends the connection.
bool send_slice(const FileSlice& slice,
                std::size_t offset,
                std::size_t length,
                httplib::DataSink& sink) {
    std::array<char, std::size_t{64} * 1024> bytes;  // NOLINT: no need to clear 64 KiB
    const auto count =
        slice.file->read_at(slice.offset + offset, bytes.data(), std::min(length, bytes.size()));
    return count > 0 && sink.write(bytes.data(), count);
}

void copy_body(Response&& ours, const std::string& type, httplib::Response& theirs) {
    // Through a provider, always: httplib compresses what comes any other way, slowly and wrongly.
    if (auto* slice = std::get_if<FileSlice>(&ours.body); slice != nullptr && slice->length > 0) {
        theirs.set_content_provider(
            slice->length,
            type,
            [part = std::move(*slice)](
                std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                return send_slice(part, offset, length, sink);
            });
        return;
    }
    if (auto* text = std::get_if<std::string>(&ours.body); text != nullptr && !text->empty()) {
        const auto size = text->size();
        theirs.set_content_provider(
            size,
            type,
            [bytes = std::move(*text)](
                std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                return sink.write(bytes.data() + offset, length);
            });
        return;
    }
    if (!type.empty()) theirs.set_header("Content-Type", type);
}

void copy_response(Response&& ours, httplib::Response& theirs) {
    theirs.status = ours.status;
    for (const auto& field : ours.headers) {
        if (!same_field_name(field.name, "Content-Type")) {
            theirs.set_header(field.name, field.value);
        }
    }
    const auto type = ours.header("Content-Type");
    copy_body(std::move(ours), type, theirs);
}

void complete_headers(httplib::Response& response) {
    for (const auto& field : security_headers()) {
        if (!response.has_header(field.name)) response.set_header(field.name, field.value);
    }
    using std::chrono::system_clock;
    response.set_header("Date", http_date(system_clock::to_time_t(system_clock::now())));
    // httplib says 0, which RFC 9110 §8.6 forbids: the page itself is not empty.
    if (response.status == 304) response.headers.erase("Content-Length");
}

}  // namespace

class HttpServer::Implementation : private httplib::Server {
  public:
    Implementation(ServerOptions options, server::Handler handler)
        : options_(std::move(options)), handler_(std::move(handler)) {
        new_task_queue = [this] { return new httplib::ThreadPool(options_.workers); };
        set_tcp_nodelay(true);
        set_payload_max_length(options_.body_max_bytes);
        // Said in each answer: a client that waits longer would lose its next request.
        set_keep_alive_timeout(
            std::chrono::duration_cast<std::chrono::seconds>(options_.times.idle).count());
        set_keep_alive_max_count(kRequestsPerConnection);
        set_socket_options([this](socket_t socket) { prepare(socket); });
        set_pre_routing_handler(
            [this](const httplib::Request& request, httplib::Response& response) {
                copy_response(answer(request), response);
                return HandlerResponse::Handled;
            });
        set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
            complete_headers(response);
        });
        set_logger([](const httplib::Request& request, const httplib::Response& response) {
            if (request.response_handler) request.response_handler(response);
        });
    }

    int bind() {
        refuse_public_address();
        errno = 0;
        // bind_to_port does not tell which port it got.
        const int port = options_.port == 0 ? bind_to_any_port(options_.address)
                         : bind_to_port(options_.address, options_.port) ? options_.port
                                                                         : -1;
        if (port < 0) throw ServerError(explain_bind(options_, errno));
        ::listen(listening_.value(), kBacklog);
        return port;
    }

    void run() {
        if (stop_.raised()) return;
        listen_after_bind();
        if (!stop_.raised()) throw ServerError("Gniazdo serwera przestało działać.");
    }

    void stop() {
        if (stop_.raised()) return;
        stop_.raise();
        // Unlike httplib's stop(), this also works before listen_after_bind has begun.
        if (listening_.value() >= 0) ::shutdown(listening_.value(), SHUT_RDWR);
    }

  private:
    void refuse_public_address() const {
        if (options_.exposure == Exposure::BehindProxy || is_loopback(options_.address)) return;
        throw ServerError("Adres " + options_.address +
                          " jest widoczny z zewnątrz, a ten serwer nie jest na to przygotowany: "
                          "kilka powolnych połączeń wystarczy, by go zatrzymać. Postaw przed nim "
                          "nginx i dodaj --behind-proxy (docs/operations.md) albo zostań przy "
                          "127.0.0.1.");
    }

    /// Called for the socket that will listen. SO_REUSEPORT, httplib's default, would let two
    /// servers share a port without a word.
    void prepare(socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        // Our own name for it: httplib closes its one at a time of its choosing.
        listening_ = Descriptor{::fcntl(socket, F_DUPFD_CLOEXEC, 0)};
    }

    /// Overridden for what httplib's own loop cannot do: see connection.hpp, and end a connection
    /// whose bytes can no longer be told apart.
    bool process_and_close_socket(socket_t socket) override {
        Descriptor owner{socket};
        try {
            Connection connection(socket, stop_, options_.times);
            if (serve(connection) == Afterwards::Listens) {
                options_.events->add(std::move(owner));
                return true;
            }
        } catch (const std::exception& failure) {
            log_failure(failure.what());
        } catch (...) {
            log_failure("unknown");
        }
        ::shutdown(socket, SHUT_RDWR);
        return true;
    }

    /// What becomes of a connection after its last request.
    enum class Afterwards { Closes, Listens };

    Afterwards serve(Connection& connection) {
        for (std::size_t left = kRequestsPerConnection; left > 0; --left) {
            const auto arrival = connection.await_head();
            if (arrival == Connection::Arrival::Closed) break;
            auto head = read_head(connection, arrival);
            if (head.refusal == 0 && head.body_length > 0) receive_body(connection, head);
            if (head.refusal != 0) {
                refuse(connection, head);
                break;
            }
            if (asks_to_listen(head)) {
                connection.write(EventChannel::head().data(), EventChannel::head().size());
                return Afterwards::Listens;
            }
            const bool last = left == 1 || asks_to_close(head) || stop_.raised();
            const bool intact = exchange(connection, head, last);
            connection.skip_body();
            if (last || !intact) break;
        }
        return Afterwards::Closes;
    }

    /// What came of a request, with the status to refuse it with.
    [[nodiscard]] RequestHead read_head(const Connection& connection,
                                        Connection::Arrival arrival) const {
        RequestHead head;
        if (arrival == Connection::Arrival::Complete) head = read_request_head(connection.head());
        if (arrival == Connection::Arrival::TooSlow) head.refusal = 408;
        if (arrival == Connection::Arrival::TooLarge) head.refusal = 431;
        if (head.refusal == 0 && head.body_length > options_.body_max_bytes) head.refusal = 413;
        return head;
    }

    /// Before httplib sees the request: it would leave the body of one that we answer unread, and
    /// take its bytes for the next request.
    static void receive_body(Connection& connection, RequestHead& head) {
        const auto expects =
            std::find_if(head.headers.begin(), head.headers.end(), [](const Header& field) {
                return same_field_name(field.name, "Expect");
            });
        if (expects != head.headers.end()) {
            constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
            if (!same_field_name(expects->value, "100-continue")) {
                head.refusal = 417;
                return;
            }
            connection.write(kGoOn.data(), kGoOn.size());
            head.headers.erase(expects);  // httplib would say it again.
        }
        const auto arrival = connection.await_body(head.body_length);
        if (arrival != Connection::Arrival::Complete) head.refusal = 408;
    }

    [[nodiscard]] bool asks_to_listen(const RequestHead& head) const {
        return options_.events != nullptr && head.method == "GET" &&
               head.target == options_.events->path() && head.body_length == 0;
    }

    /// One request and its answer. False when the connection cannot carry another.
    bool exchange(Connection& connection, const RequestHead& head, bool last) {
        RequestRecord record{std::chrono::system_clock::now(), head.method, path_of(head.target)};
        const auto start = std::chrono::steady_clock::now();
        record.status = 400;  // what httplib says when it never comes to ask us
        bool understood = false;
        bool closed = false;
        ConnectionStream stream(connection);
        const bool sent = process_request(stream, last, closed, [&](httplib::Request& request) {
            understood = true;
            // As they were sent: httplib percent-decodes them, and adds its own.
            request.headers.clear();
            for (const auto& field : head.headers) request.headers.emplace(field.name, field.value);
            request.ranges.clear();  // ranges are the handler's
            request.body = connection.body();
            request.remote_addr = client_of(connection.socket(), head);
            // A member for clients, free on a server: it tells us what became of this request.
            request.response_handler = [&record](const httplib::Response& response) {
                record.status = response.status;
                return true;
            };
        });
        const bool whole = stream.send() && sent;
        record.took = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - start);
        log_request(record);
        return whole && understood && !closed;
    }

    /// Who asks, as the proxy in front says when there is one.
    [[nodiscard]] std::string client_of(int socket, const RequestHead& head) const {
        if (options_.exposure == Exposure::BehindProxy) {
            for (const auto& field : head.headers) {
                if (same_field_name(field.name, "X-Real-IP")) return network_of(field.value);
            }
        }
        return network_of(peer_address(socket));
    }

    void refuse(Connection& connection, const RequestHead& head) const {
        log_request({std::chrono::system_clock::now(),
                     head.method,
                     path_of(head.target),
                     head.refusal,
                     std::chrono::microseconds{0}});
        const auto status = std::to_string(head.refusal);
        const auto text = "HTTP/1.1 " + status +
                          " Refused\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                          "X-Content-Type-Options: nosniff\r\nContent-Length: " +
                          std::to_string(status.size() + 1) + "\r\n\r\n" + status + "\n";
        connection.write(text.data(), text.size());
        connection.finish_sending();
    }

    [[nodiscard]] Response answer(const httplib::Request& theirs) const {
        try {
            Request request;
            request.method = theirs.method;
            const auto path = percent_decoded(path_of(theirs.target));
            if (!path || path->find('\0') != std::string::npos) return bare_response(400);
            request.path = *path;
            const auto query = theirs.target.find('?');
            if (query != std::string::npos) request.query = theirs.target.substr(query + 1);
            for (const auto& [name, value] : theirs.headers)
                request.headers.push_back({name, value});
            request.body = theirs.body;
            request.client = theirs.remote_addr;
            return handler_(request);
        } catch (const std::exception& failure) {
            return failed(failure.what());
        } catch (...) {
            return failed("unknown");
        }
    }

    [[nodiscard]] Response failed(std::string_view what) const {
        auto response = bare_response(500);
        response.body = options_.failure_text + " " + log_failure(what) + "\n";
        return response;
    }

    void log_request(const RequestRecord& record) const {
        if (options_.requests == RequestLog::Every) options_.log(log_line(record));
    }

    /// Answers with the code under which the log tells more.
    // NOLINTNEXTLINE(modernize-use-nodiscard): sometimes there is nobody to tell the code
    std::string log_failure(std::string_view what) const {
        auto code = new_failure_code();
        options_.log(failure_line(std::chrono::system_clock::now(), code, what));
        return code;
    }

    ServerOptions options_;
    server::Handler handler_;  // httplib::Server has a Handler of its own
    StopFlag stop_;
    Descriptor listening_;
};

HttpServer::HttpServer(ServerOptions options, Handler handler)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(handler))) {}

HttpServer::~HttpServer() = default;

int HttpServer::bind() {
    return implementation_->bind();
}

void HttpServer::run() {
    implementation_->run();
}

void HttpServer::stop() {
    implementation_->stop();
}

}  // namespace okienko::server
