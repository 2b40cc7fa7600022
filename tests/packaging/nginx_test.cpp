#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <thread>

#include "generator/file_tree.hpp"
#include "server/security_headers.hpp"
#include "tests/cli/served_centre.hpp"
#include "tests/server/raw_client.hpp"

/// packaging/nginx/okienko.conf in Debian's nginx, before the real program: what it is for, and
/// what strangers try.
namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

int free_port() {
    int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    auto* generic = reinterpret_cast<sockaddr*>(&place);
    if (::bind(socket, generic, size) != 0 || ::getsockname(socket, generic, &size) != 0) {
        throw std::runtime_error("no free port");
    }
    ::close(socket);
    return ntohs(place.sin_port);
}

/// Every one of them; a text that is not there is a mistake of the test.
void replace_all(std::string& text, std::string_view from, const std::string& to) {
    auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("no " + std::string{from});
    for (; at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

void remove_lines(std::string& text, std::string_view with) {
    for (auto at = text.find(with); at != std::string::npos; at = text.find(with)) {
        auto begin = text.rfind('\n', at) + 1;
        text.erase(begin, text.find('\n', at) + 1 - begin);
    }
}

/// The site file as somebody would change it, on loopback and without TLS.
std::string site_file(int port, int plain_port, int program_port, const fs::path& root) {
    auto text = generator::read_file(fs::path{OKIENKO_SOURCE_DIR} / "packaging/nginx/okienko.conf");
    for (const auto* line : {"listen [::]", "    ssl_"}) remove_lines(text, line);
    auto here = "listen 127.0.0.1:" + std::to_string(port);
    auto plain = "listen 127.0.0.1:" + std::to_string(plain_port);
    replace_all(text, "listen 443 ssl http2", here);
    replace_all(text, "listen 80", plain);
    replace_all(text, "127.0.0.1:8080", "127.0.0.1:" + std::to_string(program_port));
    replace_all(text, "/srv/cus/site/current", root.string());
    return text;
}

class Nginx {
  public:
    Nginx(const fs::path& folder, const std::string& site) : folder_(folder) {
        auto temporary = [&](const char* what) {
            return std::string{what} + "_temp_path " + (folder / what).string() + ";\n";
        };
        std::ofstream{folder / "okienko.conf"} << site;
        std::ofstream{folder / "nginx.conf"}
            << (::geteuid() == 0 ? "user root;\n" : "") << "daemon off;\nworker_processes 1;\npid "
            << (folder / "nginx.pid").string() << ";\nerror_log " << (folder / "error.log").string()
            << ";\nevents { worker_connections 256; }\nhttp {\naccess_log off;\n"
            << temporary("client_body") << temporary("proxy") << temporary("fastcgi")
            << temporary("uwsgi") << temporary("scgi") << "include "
            << (folder / "okienko.conf").string() << ";\n}\n";
        auto configuration = (folder / "nginx.conf").string();
        auto log = (folder / "error.log").string();
        std::array<std::string, 5> words{"nginx", "-e", log, "-c", configuration};
        std::array<char*, 6> arguments{};
        for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
        if (::posix_spawn(&process_, kProgram, nullptr, nullptr, arguments.data(), environ) != 0) {
            throw std::runtime_error("no nginx: script/bootstrap test installs it");
        }
    }
    Nginx(const Nginx&) = delete;
    Nginx& operator=(const Nginx&) = delete;
    ~Nginx() {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }

    [[nodiscard]] std::string errors() const { return generator::read_file(folder_ / "error.log"); }

  private:
    static constexpr const char* kProgram = "/usr/sbin/nginx";

    fs::path folder_;
    pid_t process_ = -1;
};

class NginxTest : public testing::Test {
  protected:
    static void SetUpTestSuite() { world_ = new World; }
    static void TearDownTestSuite() {
        delete world_;
        world_ = nullptr;
    }

    /// One centre, one program and one nginx for all tests: starting them takes seconds.
    struct World {
        World() {
            std::ofstream{folder / "office.db.kopia"} << "tajne";
            centre.start();
            auto root = folder / "site/current";
            std::ofstream{root / ".tajne"} << "tajne";
            fs::create_directory(root / ".git");
            std::ofstream{root / ".git/config"} << "tajne";
            nginx = std::make_unique<Nginx>(etc.path(),
                                            site_file(port, plain_port, centre.port(), root));
            for (int i = 0; i < 500 && !listens(); ++i) std::this_thread::sleep_for(10ms);
        }
        [[nodiscard]] bool listens() const {
            try {
                server::RawClient client{port};
                return true;
            } catch (const std::runtime_error&) {
                return false;
            }
        }

        TemporaryFolder folder;
        TemporaryFolder etc;
        int port = free_port();
        int plain_port = free_port();
        ServedCentre centre{folder.path()};
        std::unique_ptr<Nginx> nginx;
    };

    static std::string say(const std::string& bytes) {
        server::RawClient client{world_->port};
        client.send(bytes);
        return client.receive_until_closed();
    }
    static std::string ask(const std::string& method,
                           const std::string& target,
                           const std::string& fields = "",
                           const std::string& body = "") {
        return say(method + " " + target +
                   " HTTP/1.1\r\nHost: cus.example\r\nConnection: close\r\n" + fields + "\r\n" +
                   body);
    }
    static std::string post(const std::string& target, const std::string& body) {
        return ask("POST",
                   target,
                   "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                       std::to_string(body.size()) + "\r\n",
                   body);
    }
    static int status(const std::string& answer) { return status_of(answer); }
    static std::size_t count(const std::string& text, const std::string& part) {
        std::size_t times = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
            ++times;
        }
        return times;
    }

    static World* world_;
};

NginxTest::World* NginxTest::world_ = nullptr;

TEST_F(NginxTest, SendsFilesWithTheHeadersOfTheProgram) {
    for (const std::string target : {"/", "/kontakt/", "/nie-ma-takiej-strony/", "/napisz"}) {
        auto answer = ask("GET", target);
        EXPECT_EQ(status(answer), target == "/nie-ma-takiej-strony/" ? 404 : 200) << target;
        for (const auto& header : server::security_headers()) {
            EXPECT_EQ(count(answer, "\r\n" + header.name + ": " + header.value + "\r\n"), 1U)
                << target << " " << header.name;
        }
        EXPECT_LE(count(answer, "\r\nCache-Control: "), 1U) << target;
        EXPECT_EQ(answer.find("nginx/1"), std::string::npos) << target;
        EXPECT_NE(answer.find("<html lang=\"pl\">"), std::string::npos) << target;
    }
    EXPECT_NE(ask("GET", "/").find("\r\nCache-Control: no-cache\r\n"), std::string::npos);
    EXPECT_NE(ask("GET", "/kontakt").find("\r\nLocation: /kontakt/\r\n"), std::string::npos);
    for (const auto& entry : fs::directory_iterator{world_->folder / "site/current/zasoby"}) {
        auto name = entry.path().filename().string();
        auto asset = ask("GET", "/zasoby/" + name);
        EXPECT_EQ(status(asset), 200) << name;
        EXPECT_NE(asset.find("immutable"), std::string::npos) << name;
    }
}

TEST_F(NginxTest, PassesFormsOnAndNothingElse) {
    auto page = ask("GET", "/napisz");
    auto at = page.find("name=\"formularz\" value=\"") + 24;
    auto token = page.substr(at, page.find('"', at) - at);
    std::this_thread::sleep_for(4100ms);
    auto sent =
        post("/napisz", "formularz=" + token + "&imie=Ania&telefon=857152550&temat=T&wiadomosc=W");
    EXPECT_EQ(status(sent), 303) << sent;
    EXPECT_NE(sent.find("\r\nLocation: /napisz/wyslane?sprawa="), std::string::npos);
    EXPECT_EQ(status(post("/opinia", "")), 422);
    for (const auto* target : {"/metrics", "/healthz", "/napiszx", "/x/napisz"}) {
        EXPECT_EQ(status(ask("GET", target)), 404) << target;
    }
}

TEST_F(NginxTest, LeavesTheRootForNobody) {
    for (const auto* target : {"/../office.db",
                               "/../../office.db",
                               "/../office.db.kopia",
                               "/%2e%2e/office.db",
                               "/%2e%2e%2foffice.db.kopia",
                               "/..%2f..%2f..%2foffice.db",
                               "/zasoby/../../../office.db.kopia",
                               "/zasoby../office.db.kopia",
                               "/..%5coffice.db",
                               "/%252e%252e/office.db.kopia",
                               "/%c0%ae%c0%ae/office.db",
                               "//../office.db.kopia",
                               "/./../office.db.kopia",
                               "/kontakt/%00.html",
                               "/.tajne",
                               "/.git/config",
                               "/.git/",
                               "/%2egit/config",
                               "/zasoby/.htpasswd",
                               "/okienko.toml",
                               "/office.db",
                               "http://cus.example/../office.db.kopia"}) {
        auto answer = ask("GET", target);
        auto code = status(answer);
        EXPECT_TRUE(code == 400 || code == 404) << target << "\n" << answer.substr(0, 200);
        EXPECT_EQ(answer.find("tajne"), std::string::npos) << target;
        EXPECT_EQ(answer.find("SQLite format"), std::string::npos) << target;
    }
}

TEST_F(NginxTest, HasOneMeaningForEveryRequest) {
    const std::string head = "POST /napisz HTTP/1.1\r\nHost: cus.example\r\n";
    const std::string hidden = "GET /metrics HTTP/1.1\r\nHost: cus.example\r\n\r\n";
    auto length = [](const std::string& body) {
        return "Content-Length: " + std::to_string(body.size()) + "\r\n";
    };
    for (const auto& bytes : std::vector<std::string>{
             head + length(hidden) + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
             head + "Transfer-Encoding: xchunked\r\n\r\n" + hidden,
             head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
             head + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
             head + "Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + hidden,
             head + "Content-Length: +5\r\n\r\n" + hidden,
             head + "Content-Length: 5, 5\r\n\r\n" + hidden,
             head + "Content-Length: -1\r\n\r\n" + hidden,
             head + "Content-Length: 0x5\r\n\r\n" + hidden,
             head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n" + hidden,
             head + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + hidden,
             "GET /napisz HTTP/1.1\r\nHost: cus.example\r\nX: a\rContent-Length: 40\r\n\r\n" +
                 hidden,
             "GET /napisz HTTP/9.9\r\nHost: cus.example\r\n\r\n",
             std::string{"\x16\x03\x01\x02\x00\x01", 6}}) {
        auto answer = say(bytes);
        EXPECT_EQ(answer.find("okienko_http_responses_total"), std::string::npos) << bytes;
        EXPECT_EQ(answer.find("HTTP/1.1 200"), std::string::npos) << bytes << "\n" << answer;
    }
    // The body of a GET is read, and never the next request.
    auto two =
        say("GET /napisz HTTP/1.1\r\nHost: cus.example\r\n" + length(hidden) + "\r\n" + hidden +
            "GET /kontakt HTTP/1.1\r\nHost: cus.example\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(count(two, "HTTP/1.1 "), 2U) << two.substr(0, 300);
    EXPECT_EQ(two.find("okienko_http_responses_total"), std::string::npos);
}

TEST_F(NginxTest, RefusesWhatIsTooBig) {
    EXPECT_EQ(status(ask("GET", "/" + std::string(9'000, 'a'))), 414);
    EXPECT_EQ(status(ask("GET", "/", "X: " + std::string(9'000, 'a') + "\r\n")), 400);
    std::string many;
    for (int i = 0; i < 5'000; ++i) many += "X" + std::to_string(i) + ": a\r\n";
    EXPECT_EQ(status(ask("GET", "/", many)), 400);
    EXPECT_EQ(status(post("/napisz", std::string(300 * 1024, 'a'))), 413);
    EXPECT_EQ(status(ask("POST", "/napisz", "Content-Length: 10485760\r\n")), 413);
    auto ranges = ask(
        "GET", "/", "Range: bytes=" + [] {
            std::string all = "0-";
            for (int i = 0; i < 1'000; ++i) all += ",0-";
            return all;
        }() + "\r\n");
    EXPECT_LT(ranges.size(), 200'000U) << "a small question has no huge answer";
}

TEST_F(NginxTest, RefusesMethodsThatChangeFiles) {
    for (const auto* method : {"POST", "PUT", "DELETE", "PATCH", "PROPFIND", "OPTIONS"}) {
        auto code = status(ask(method, "/kontakt/", "Content-Length: 0\r\n"));
        EXPECT_TRUE(code == 403 || code == 405) << method << " " << code;
    }
    for (const auto* method : {"TRACE", "CONNECT", "get", "GE T", ""}) {
        auto code = status(ask(method, "/kontakt/"));
        EXPECT_TRUE(code == 400 || code == 405) << method << " " << code;
    }
    for (const auto* method : {"PUT", "DELETE", "PATCH"}) {
        EXPECT_EQ(status(ask(method, "/napisz", "Content-Length: 0\r\n")), 405) << method;
    }
    EXPECT_EQ(status(ask("HEAD", "/kontakt/")), 200);
}

TEST_F(NginxTest, AnswersToItsOwnNameOnly) {
    auto with_host = [](const std::string& hosts) {
        return say("GET / HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n");
    };
    EXPECT_EQ(with_host("Host: zly.example\r\n"), "") << "closed without a word";
    EXPECT_EQ(with_host("Host: cus.example.zly.example\r\n"), "");
    EXPECT_EQ(with_host("Host: 127.0.0.1\r\n"), "");
    EXPECT_EQ(status(with_host("Host: CUS.example\r\n")), 200);
    EXPECT_EQ(status(with_host("Host: cus.example:8443\r\n")), 200);
    EXPECT_EQ(status(with_host("")), 400);
    EXPECT_EQ(status(with_host("Host: cus.example\r\nHost: zly.example\r\n")), 400);
    EXPECT_EQ(status(with_host("Host: cus.example/../\r\n")), 400);
    EXPECT_EQ(say("GET / HTTP/1.0\r\n\r\n"), "");
    // A name that is not ours never gets into an address of ours.
    server::RawClient plain{world_->plain_port};
    plain.send(
        "GET /kontakt/?a=b HTTP/1.1\r\nHost: cus.example\r\nX-Forwarded-Host: zly.example\r\n"
        "Connection: close\r\n\r\n");
    EXPECT_NE(plain.receive_until_closed().find("Location: https://cus.example/kontakt/?a=b\r\n"),
              std::string::npos);
}

TEST_F(NginxTest, CountsByTheTrueAddress) {
    // What a visitor says of herself changes nothing: after twenty at once she waits.
    int refused = 0;
    for (int i = 0; i < 40; ++i) {
        auto answer = ask("POST",
                          "/opinia",
                          "X-Real-IP: 10.1.1." + std::to_string(i) +
                              "\r\nX-Forwarded-For: 10.1.1.1\r\nContent-Length: 0\r\n");
        refused += status(answer) == 429 ? 1 : 0;
    }
    EXPECT_GT(refused, 5);
    EXPECT_EQ(status(ask("GET", "/opinia")), 200) << "reading is not counted";
}

TEST_F(NginxTest, ShowsThePhoneNumberWhileTheProgramIsAway) {
    world_->centre.kill();
    auto answer = ask("GET", "/napisz");
    EXPECT_EQ(status(answer), 503);
    EXPECT_NE(answer.find("href=\"tel:112\""), std::string::npos) << answer.substr(0, 500);
    EXPECT_EQ(status(ask("GET", "/kontakt/")), 200) << "files need no program";
    EXPECT_EQ(world_->nginx->errors().find("[emerg]"), std::string::npos);
}

}  // namespace
}  // namespace okienko::tests
