// form_load PORT FOLDER: sends forms to `okienko serve --behind-proxy` at that port of this
// machine, from 1, 16 and 64 clients at once, and counts how many a second are answered with 303,
// which means durable on the disk. Beside it, in FOLDER on the same disk, the bare figure: the same
// number of clients that hand one insertion each to one SQLite writer, which commits what has
// gathered. Then how long a visitor waits for the page with the form. Prints Markdown.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <future>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr int kForms = 2000;  ///< For each number of clients.
constexpr int kAlone = 500;   ///< One client alone waits for every flush of the disk.
constexpr std::size_t kTextSize = 400;

/// One connection that is used again and again; made anew when the server closes it.
class Client {
  public:
    explicit Client(int port) : port_(port) {}
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { hang_up(); }

    /// The whole answer.
    std::string ask(const std::string& request) {
        for (int attempt = 0; attempt < 2; ++attempt) {
            if (socket_ < 0) dial();
            if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) > 0) {
                auto answer = receive();
                if (answer.find("\r\nConnection: close") != std::string::npos) hang_up();
                if (!answer.empty()) return answer;
            }
            hang_up();
        }
        throw std::runtime_error("no answer");
    }

  private:
    void dial() {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(static_cast<std::uint16_t>(port_));
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto* generic = reinterpret_cast<const sockaddr*>(&place);
        if (::connect(socket_, generic, sizeof place) != 0) throw std::runtime_error("connect");
    }
    void hang_up() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }
    std::string receive() {
        std::string answer;
        std::size_t whole = std::string::npos;
        std::array<char, 65536> bytes{};
        while (answer.size() < whole) {
            auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
            if (count <= 0) return {};
            answer.append(bytes.data(), static_cast<std::size_t>(count));
            auto head = answer.find("\r\n\r\n");
            auto length = answer.find("\r\nContent-Length: ");
            if (head != std::string::npos && length < head) {
                whole = head + 4 + std::stoul(answer.substr(length + 18));
            }
        }
        return answer;
    }

    int port_;
    int socket_ = -1;
};

/// Nobody is counted twice: each request comes from another address.
std::string next_visitor() {
    static std::atomic<int> last{0};
    int number = ++last;
    return "10." + std::to_string(number / 62500 % 250) + "." + std::to_string(number / 250 % 250) +
           "." + std::to_string(number % 250);
}

std::string head(const std::string& method) {
    return method + " /napisz HTTP/1.1\r\nHost: localhost\r\nX-Real-IP: " + next_visitor() + "\r\n";
}

std::string ask_for_form(Client& client) {
    return client.ask(head("GET") + "\r\n");
}

std::string token_in(const std::string& page) {
    constexpr std::string_view kBefore = "name=\"formularz\" value=\"";
    auto at = page.find(kBefore);
    if (at == std::string::npos) throw std::runtime_error("no form: " + page.substr(0, 200));
    at += kBefore.size();
    return page.substr(at, page.find('"', at) - at);
}

void send_form(Client& client, const std::string& token) {
    static const std::string text(kTextSize, 'a');
    auto body = "formularz=" + token + "&imie=Ania&telefon=857152550&temat=Klub&wiadomosc=" + text;
    auto answer = client.ask(head("POST") +
                             "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                             std::to_string(body.size()) + "\r\n\r\n" + body);
    if (!answer.starts_with("HTTP/1.1 303")) throw std::runtime_error(answer.substr(0, 300));
}

/// How long it takes so many clients to do `count` things, each numbered once.
double seconds_of(int clients, int count, const std::function<std::function<void(int)>()>& client) {
    std::atomic<int> next{0};
    std::vector<std::thread> threads;
    auto begin = Clock::now();
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back([&] {
            auto work = client();
            for (int number = next++; number < count; number = next++) work(number);
        });
    }
    for (auto& thread : threads) thread.join();
    return Seconds(Clock::now() - begin).count();
}

double forms_a_second(int port, int clients, int count) {
    std::vector<std::string> tokens;
    {
        Client client{port};
        for (int i = 0; i < count; ++i) tokens.push_back(token_in(ask_for_form(client)));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{4100});  // No person is quicker.
    return count / seconds_of(clients, count, [&] {
               auto client = std::make_shared<Client>(port);
               return [client, &tokens](int number) {
                   send_form(*client, tokens[static_cast<std::size_t>(number)]);
               };
           });
}

/// One writer that commits what has gathered, and nothing around it.
class BareWriter {
  public:
    explicit BareWriter(const std::filesystem::path& file)
        : database_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
        database_.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        database_.exec(
            "CREATE TABLE message (id INTEGER PRIMARY KEY, form TEXT UNIQUE, text TEXT)");
        thread_ = std::thread([this] { run(); });
    }
    BareWriter(const BareWriter&) = delete;
    BareWriter& operator=(const BareWriter&) = delete;
    ~BareWriter() {
        {
            std::lock_guard lock{mutex_};
            finished_ = true;
        }
        arrived_.notify_one();
        thread_.join();
    }

    /// Returns when it is on the disk.
    void insert(int number) {
        std::promise<void> done;
        auto kept = done.get_future();
        {
            std::lock_guard lock{mutex_};
            waiting_.emplace_back(number, std::move(done));
        }
        arrived_.notify_one();
        kept.get();
    }

  private:
    void run() {
        const std::string text(kTextSize, 'a');
        SQLite::Statement row(database_, "INSERT INTO message (form, text) VALUES (?, ?)");
        while (true) {
            std::vector<std::pair<int, std::promise<void>>> tasks;
            {
                std::unique_lock lock{mutex_};
                arrived_.wait(lock, [this] { return finished_ || !waiting_.empty(); });
                if (waiting_.empty()) return;
                tasks.swap(waiting_);
            }
            SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
            for (const auto& task : tasks) {
                row.bind(1, "form-" + std::to_string(task.first));
                row.bind(2, text);
                row.exec();
                row.reset();
            }
            transaction.commit();
            for (auto& task : tasks) task.second.set_value();
        }
    }

    SQLite::Database database_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<std::pair<int, std::promise<void>>> waiting_;
    bool finished_ = false;
    std::thread thread_;
};

double insertions_a_second(const std::filesystem::path& folder, int clients, int count) {
    BareWriter writer{folder / ("bare-" + std::to_string(clients) + ".db")};
    return count / seconds_of(clients, count, [&] {
               return [&writer](int number) { writer.insert(number); };
           });
}

/// Milliseconds that each of `count` askings for the form took.
std::vector<double> waits_for_page(int port, int clients, int count) {
    std::vector<double> waits(static_cast<std::size_t>(count));
    seconds_of(clients, count, [&] {
        auto client = std::make_shared<Client>(port);
        return [client, &waits](int number) {
            auto begin = Clock::now();
            ask_for_form(*client);
            waits[static_cast<std::size_t>(number)] = Seconds(Clock::now() - begin).count() * 1000;
        };
    });
    std::sort(waits.begin(), waits.end());
    return waits;
}

void print_forms(int port, const std::filesystem::path& folder) {
    std::puts("| clients | forms a second | bare insertions a second | forms / bare |");
    std::puts("|---|---|---|---|");
    for (int clients : {1, 16, 64}) {
        int count = clients == 1 ? kAlone : kForms;
        auto bare_before = insertions_a_second(folder, clients, count);
        auto forms = forms_a_second(port, clients, count);
        std::filesystem::remove(folder / ("bare-" + std::to_string(clients) + ".db"));
        auto bare_after = insertions_a_second(folder, clients, count);
        auto bare = (bare_before + bare_after) / 2;  // Before and after: others use the disk, too.
        std::printf("| %d | %.0f | %.0f | %.2f |\n", clients, forms, bare, forms / bare);
    }
}

void print_waits(int port) {
    std::puts("\n| clients | pages | p50, ms | p99, ms |\n|---|---|---|---|");
    for (int clients : {1, 16}) {
        auto waits = waits_for_page(port, clients, kForms);
        std::printf("| %d | %d | %.2f | %.2f |\n",
                    clients,
                    kForms,
                    waits[waits.size() / 2],
                    waits[waits.size() * 99 / 100]);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: form_load PORT FOLDER\n";
        return 2;
    }
    try {
        int port = std::stoi(argv[1]);
        print_forms(port, argv[2]);
        print_waits(port);
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "form_load: " << failure.what() << "\n";
        return 1;
    }
}
