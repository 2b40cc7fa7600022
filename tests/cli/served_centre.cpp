#include "tests/cli/served_centre.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "tests/server/raw_client.hpp"

namespace okienko::tests {
namespace {

using namespace std::chrono_literals;

std::string next_visitor() {
    static std::atomic<int> count{0};
    int number = ++count;
    return "10." + std::to_string(number / 62'500) + "." + std::to_string(number / 250 % 250) +
           "." + std::to_string(number % 250);
}

void require_done(const ProgramResult& result) {
    if (result.exit_code != 0) throw std::runtime_error(result.err);
}

}  // namespace

ServedCentre::ServedCentre(std::filesystem::path folder,
                           const std::string& settings,
                           Content content)
    : folder_(std::move(folder)) {
    ProgramArguments init{"init", folder_.string()};
    std::string forms =
        "\n[forms]\ncontact = true\noutdated = true\nfeedback = true\nsubmissions = true\n";
    if (content == Content::Demo) {
        init.emplace_back("--demo");
        forms.clear();  // It has them.
    }
    require_done(run_program(init));
    std::ofstream{folder_ / "okienko.toml", std::ios::app} << forms << settings;
    require_done(run_program({"--instance", folder_.string(), "build"}));
}

void ServedCentre::start() {
    program_ = std::make_unique<RunningProgram>(
        ProgramArguments{"--instance", folder_.string(), "serve", "--port", "0", "--behind-proxy"});
    constexpr std::string_view kBefore = "http://localhost:";
    for (auto until = std::chrono::steady_clock::now() + 60s;
         std::chrono::steady_clock::now() < until;) {
        auto said = program_->out_so_far();
        if (auto at = said.find(kBefore); at != std::string::npos && said.ends_with('\n')) {
            port_ = std::stoi(said.substr(at + kBefore.size()));
            return;
        }
        std::this_thread::sleep_for(5ms);
    }
    throw std::runtime_error("okienko serve printed no address: " + program_->err_so_far());
}

void ServedCentre::kill() {
    program_->kill();
    program_->wait();
}

ProgramResult ServedCentre::stop() {
    program_->ask_to_stop();
    return program_->wait();
}

bool ServedCentre::runs() const {
    return ::kill(program_->process(), 0) == 0 && status_of(get("/healthz")) == 200;
}

std::optional<std::string> ServedCentre::get(const std::string& target) const {
    return say("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Real-IP: " +
               next_visitor() + "\r\n\r\n");
}

std::optional<std::string> ServedCentre::get_here(const std::string& target) const {
    return say("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
}

std::optional<std::string> ServedCentre::post(const std::string& target,
                                              const std::string& body) const {
    return say("POST " + target +
               " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Real-IP: " + next_visitor() +
               "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body);
}

std::string ServedCentre::token(const std::string& target) const {
    constexpr std::string_view kBefore = "name=\"formularz\" value=\"";
    auto page = get(target).value_or("");
    auto at = page.find(kBefore);
    if (at == std::string::npos) throw std::runtime_error("no form at " + target + ": " + page);
    at += kBefore.size();
    return page.substr(at, page.find('"', at) - at);
}

std::optional<std::string> ServedCentre::say(const std::string& bytes) const {
    try {
        server::RawClient client{port_};
        client.send(bytes);
        // A writer that waits for another one answers after five seconds.
        std::string answer;
        for (int patience = 0; patience < 4 && !client.closed(); ++patience) {
            answer = client.receive_until_closed();
        }
        if (answer.empty()) return std::nullopt;
        return answer;
    } catch (const std::runtime_error&) {
        return std::nullopt;  // Nobody listens.
    }
}

int status_of(const std::optional<std::string>& answer) {
    return answer && answer->size() > 12 ? std::atoi(answer->substr(9, 3).c_str()) : 0;
}

std::string location_of(const std::optional<std::string>& answer) {
    constexpr std::string_view kBefore = "\r\nLocation: ";
    auto at = answer ? answer->find(kBefore) : std::string::npos;
    if (at == std::string::npos) return {};
    at += kBefore.size();
    return answer->substr(at, answer->find("\r\n", at) - at);
}

}  // namespace okienko::tests
