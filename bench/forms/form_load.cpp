// form_load PORT FOLDER ROUNDS: sends forms to `okienko serve --behind-proxy` at that port of this
// machine, from 1, 16 and 64 clients at once, and counts how many a second are answered with 303,
// which means durable on the disk. Beside it, in FOLDER on the same disk, the bare figure: as many
// clients that hand one row each to one SQLite writer. Then how long a visitor waits for the page
// with the form, which is drawn for each. Prints Markdown, medians of ROUNDS.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "bench/forms/bare_writer.hpp"
#include "bench/forms/client.hpp"
#include "model/spoken_code.hpp"

namespace okienko::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t kTextSize = 400;
constexpr std::size_t kPages = 4000;
constexpr std::chrono::milliseconds kNoPersonIsQuicker{4100};

/// One client alone waits for every flush of the disk.
std::size_t forms_for(std::size_t clients) {
    return clients == 1 ? 1000 : 8000;
}

/// What came of doing something many times.
struct Outcome {
    double a_second = 0;
    std::vector<double> waits = {};  ///< Milliseconds of each, the shortest first.

    [[nodiscard]] double wait(std::size_t of_hundred) const {
        return waits[std::min(waits.size() - 1, waits.size() * of_hundred / 100)];
    }
};

/// Does `count` things, each numbered once, from so many threads; `begin` makes what each of them
/// does.
Outcome measure(std::size_t clients,
                std::size_t count,
                const std::function<std::function<void(std::size_t)>()>& begin) {
    Outcome outcome;
    outcome.waits.resize(count);
    std::atomic<std::size_t> next{0};
    std::vector<std::future<void>> threads;
    auto began = Clock::now();
    for (std::size_t i = 0; i < clients; ++i) {
        threads.push_back(std::async(std::launch::async, [&] {
            auto act = begin();
            for (auto number = next++; number < count; number = next++) {
                auto asked = Clock::now();
                act(number);
                outcome.waits[number] = Milliseconds{Clock::now() - asked}.count();
            }
        }));
    }
    for (auto& thread : threads) thread.get();
    auto took = std::chrono::duration<double>{Clock::now() - began}.count();
    outcome.a_second = static_cast<double>(count) / took;
    std::ranges::sort(outcome.waits);
    return outcome;
}

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

std::string form_with(const std::string& token) {
    static const std::string text(kTextSize, 'a');
    auto body = "formularz=" + token + "&imie=Ania&telefon=857152550&temat=Klub&wiadomosc=" + text;
    return head("POST") + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

Outcome send_forms(int port, std::size_t clients) {
    std::vector<std::string> forms(forms_for(clients));
    {
        Client client{port};
        for (auto& form : forms) form = form_with(token_in(ask_for_form(client)));
    }
    std::this_thread::sleep_for(kNoPersonIsQuicker);
    return measure(clients, forms.size(), [&] {
        auto client = std::make_shared<Client>(port);
        return [client, &forms](std::size_t number) {
            auto answer = client->ask(forms[number]);
            if (!answer.starts_with("HTTP/1.1 303")) {
                throw std::runtime_error(answer.substr(0, 300));
            }
        };
    });
}

Outcome insert_rows(BareWriter& writer, std::size_t clients) {
    std::random_device random;
    std::vector<BareRow> rows(forms_for(clients));
    for (auto& row : rows) {
        row = {model::case_number(random), model::spoken_code(22, random), {}};
        row.text.assign(kTextSize, 'a');
    }
    return measure(clients, rows.size(), [&] {
        return [&](std::size_t number) { writer.insert(rows[number]); };
    });
}

Outcome ask_for_pages(int port, std::size_t clients) {
    return measure(clients, kPages, [&] {
        auto client = std::make_shared<Client>(port);
        return [client](std::size_t /*number*/) { ask_for_form(*client); };
    });
}

/// The one in the middle by its figure a second.
Outcome median(std::vector<Outcome> outcomes) {
    std::ranges::sort(outcomes, {}, &Outcome::a_second);
    return outcomes[outcomes.size() / 2];
}

void print_forms(int port, BareWriter& writer, int rounds) {
    std::puts(
        "| clients | forms a second | bare insertions a second | forms / bare | form p50, ms | "
        "p99, ms |\n|---|---|---|---|---|---|");
    for (std::size_t clients : {1U, 16U, 64U}) {
        std::vector<Outcome> sent;
        std::vector<Outcome> inserted;
        // In turn, so that others who use the disk disturb both alike.
        for (int round = 0; round < rounds; ++round) {
            inserted.push_back(insert_rows(writer, clients));
            sent.push_back(send_forms(port, clients));
        }
        auto forms = median(std::move(sent));
        auto bare = median(std::move(inserted)).a_second;
        std::printf("| %zu | %.0f | %.0f | %.2f | %.2f | %.2f |\n",
                    clients,
                    forms.a_second,
                    bare,
                    forms.a_second / bare,
                    forms.wait(50),
                    forms.wait(99));
    }
}

void print_pages(int port, int rounds) {
    std::puts("\n| clients | pages a second | p50, ms | p99, ms |\n|---|---|---|---|");
    for (std::size_t clients : {1U, 16U, 64U}) {
        std::vector<Outcome> asked;
        for (int round = 0; round < rounds; ++round) {
            asked.push_back(ask_for_pages(port, clients));
        }
        auto pages = median(std::move(asked));
        std::printf("| %zu | %.0f | %.2f | %.2f |\n",
                    clients,
                    pages.a_second,
                    pages.wait(50),
                    pages.wait(99));
    }
}

}  // namespace
}  // namespace okienko::bench

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: form_load PORT FOLDER ROUNDS\n";
        return 2;
    }
    try {
        int port = std::stoi(argv[1]);
        int rounds = std::stoi(argv[3]);
        okienko::bench::BareWriter writer{std::filesystem::path{argv[2]} / "bare.db"};
        okienko::bench::print_forms(port, writer, rounds);
        okienko::bench::print_pages(port, rounds);
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "form_load: " << failure.what() << "\n";
        return 1;
    }
}
