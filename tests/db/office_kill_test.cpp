#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "db/office.hpp"
#include "tests/now.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

/// Writes messages on several threads and says each that is kept, until it is killed.
[[noreturn]] void receive_until_killed(const std::filesystem::path& file, int round, int say) {
    Office office{file};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            for (int j = 0;; ++j) {
                auto id = std::to_string(round) + "-" + std::to_string(i) + "-" + std::to_string(j);
                auto receipt =
                    office.receive({.sender = "Ania", .subject = "S", .text = id},
                                   {.form_id = id,
                                    .at = kNow,
                                    .purge_on = model::parse_date("2027-11-23").value()});
                auto line = receipt.case_number + "\n";
                if (::write(say, line.data(), line.size()) < 0) ::_exit(1);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    ::_exit(0);
}

std::string read_all(int from) {
    std::string all;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::read(from, bytes, sizeof bytes)) > 0;) {
        all.append(bytes, static_cast<std::size_t>(count));
    }
    return all;
}

/// However slow the machine is: who is killed before the first word proves nothing.
void wait_for_first_word(int from) {
    pollfd speaker{from, POLLIN, 0};
    ::poll(&speaker, 1, 10'000);
}

TEST(OfficeKilled, HasEveryMessageThatItSaidItKeptExactlyOnce) {
    tests::TemporaryFolder folder;
    auto file = folder.path() / "office.db";
    std::mt19937 random{20261128};
    std::vector<std::string> promised;
    for (int round = 0; round < 20; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        auto child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            receive_until_killed(file, round, ends[1]);
        }
        ::close(ends[1]);
        wait_for_first_word(ends[0]);
        std::this_thread::sleep_for(std::chrono::milliseconds{random() % 60});
        ::kill(child, SIGKILL);
        std::istringstream lines{read_all(ends[0])};
        ::close(ends[0]);
        ::waitpid(child, nullptr, 0);
        // A line that was cut off was not said.
        for (std::string line; std::getline(lines, line) && !lines.eof();) promised.push_back(line);
    }
    Office office{file};
    EXPECT_GT(promised.size(), 50U);
    for (const auto& number : promised) EXPECT_TRUE(office.message(number)) << number;
    std::set<std::string> forms;
    auto kept = office.messages(model::MessageState::Open);
    for (const auto& each : kept) forms.insert(each.message.text);
    EXPECT_EQ(forms.size(), kept.size()) << "a form that is there twice";
}

}  // namespace
}  // namespace okienko::db
