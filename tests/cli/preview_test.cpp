#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

#include "generator/file_tree.hpp"
#include "generator/release.hpp"
#include "tests/contains.hpp"
#include "tests/program.hpp"
#include "tests/server/raw_client.hpp"
#include "tests/temporary_folder.hpp"

/// `okienko serve --watch`, as an editor uses it; what a browser makes of it is in tests/e2e/.
namespace okienko::tests {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// True as soon as the condition holds; false when it does not within twenty seconds.
bool eventually(const std::function<bool()>& holds) {
    const auto until = std::chrono::steady_clock::now() + 20s;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

constexpr std::string_view kPage =
    "+++\ntitle = \"Dyżur prawnika\"\nsummary = \"Kiedy przyjść.\"\n+++\n\n";

class PreviewCommand : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(run_program({"init", root().string(), "--demo"}).exit_code, 0);
        write_page("Przyjdź w poniedziałek.");
    }

    [[nodiscard]] fs::path root() const { return folder / "centrum"; }
    void write_page(std::string_view text) const {
        generator::write_file(root() / "content/dyzur.md", std::string{kPage}.append(text) + "\n");
    }
    void break_page() const {
        generator::write_file(root() / "content/dyzur.md", "+++\ntitel = \"Dyżur\"\n+++\n");
    }

    void start() {
        program = std::make_unique<RunningProgram>(
            ProgramArguments{"--instance", root().string(), "serve", "--watch", "--port", "0"});
        const std::string_view before_port = "http://localhost:";
        ASSERT_TRUE(eventually([&] { return contains(program->out_so_far(), "\n"); }))
            << program->err_so_far();
        const auto out = program->out_so_far();
        port = std::stoi(out.substr(out.find(before_port) + before_port.size()));
    }

    [[nodiscard]] std::string get(const std::string& path) const {
        server::RawClient client(port);
        client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return client.receive_until_closed();
    }
    [[nodiscard]] bool shows(const std::string& path, std::string_view text) const {
        return eventually([&] { return contains(get(path), text); });
    }
    [[nodiscard]] std::string report() const {
        const auto answer = get("/.okienko/report");
        return answer.substr(answer.find("\r\n\r\n") + 4);
    }
    /// How many releases have been made: each has a line that ends with the time it took.
    [[nodiscard]] std::size_t builds() const {
        const auto out = program->out_so_far();
        std::size_t count = 0;
        for (auto at = out.find(" ms.\n"); at != std::string::npos; at = out.find(" ms.\n", at + 1))
            ++count;
        return count;
    }

    TemporaryFolder folder;
    std::unique_ptr<RunningProgram> program;
    int port = 0;
};

TEST_F(PreviewCommand, FollowsWhatIsWrittenAndLeavesThePublicSiteAlone) {
    start();
    ASSERT_TRUE(shows("/dyzur/", "poniedziałek")) << program->err_so_far();
    EXPECT_TRUE(contains(get("/dyzur/"), "/.okienko/reload.js"));
    write_page("Przyjdź we wtorek.");
    EXPECT_TRUE(shows("/dyzur/", "wtorek")) << program->err_so_far();
    EXPECT_TRUE(eventually([this] { return builds() == 2; })) << program->out_so_far();
    EXPECT_TRUE(contains(program->out_so_far(), " content/dyzur.md: ")) << program->out_so_far();
    write_page("Przyjdź w środę.");
    EXPECT_TRUE(eventually([this] { return builds() >= 3; })) << program->out_so_far();
    EXPECT_EQ(builds(), 3U) << "one for each change, none for what a build itself opens";
    EXPECT_TRUE(eventually([this] { return generator::releases(root() / ".preview").size() == 2; }))
        << "previews that nobody looks at any more are tidied up";
    EXPECT_FALSE(fs::exists(root() / "site"));
}

TEST_F(PreviewCommand, FollowsTheCatalogueWhileAClerksToolKeepsItOpen) {
    start();
    ASSERT_TRUE(shows("/uslugi/bank-czasu/", "Bank Czasu"));
    SQLite::Database catalogue{(root() / "catalogue.db").string(), SQLite::OPEN_READWRITE};
    catalogue.exec("UPDATE service SET name = 'Bank Godzin' WHERE slug = 'bank-czasu'");
    EXPECT_TRUE(shows("/uslugi/bank-czasu/", "Bank Godzin")) << program->err_so_far();
}

TEST_F(PreviewCommand, ShowsAMistakeAsTheTerminalDoesUntilItIsMended) {
    start();
    ASSERT_TRUE(shows("/dyzur/", "poniedziałek"));
    break_page();
    ASSERT_TRUE(eventually([this] { return !report().empty(); }));
    EXPECT_TRUE(report().starts_with("content/dyzur.md:2:1: nieznany klucz „titel”")) << report();
    EXPECT_TRUE(contains(report(), "\n    titel = \"Dyżur\"\n    ^\n")) << report();
    EXPECT_TRUE(eventually([this] { return contains(program->err_so_far(), report()); }));
    EXPECT_TRUE(contains(get("/dyzur/"), "poniedziałek")) << "the last good site stays";
    write_page("Przyjdź w środę.");
    EXPECT_TRUE(shows("/dyzur/", "środę"));
    EXPECT_TRUE(eventually([this] { return report().empty(); }));
}

TEST_F(PreviewCommand, WaitsWhenEvenTheFirstBuildFails) {
    break_page();
    start();
    ASSERT_TRUE(eventually([this] { return contains(report(), "titel"); }));
    EXPECT_TRUE(get("/").starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(contains(get("/"), "data-release=\"\""));
    write_page("Przyjdź w czwartek.");
    EXPECT_TRUE(shows("/dyzur/", "czwartek"));
}

TEST_F(PreviewCommand, OutlivesSettingsThatAreGoneForAMoment) {
    start();
    ASSERT_TRUE(shows("/dyzur/", "poniedziałek"));
    fs::rename(root() / "okienko.toml", root() / "okienko.toml.old");
    ASSERT_TRUE(eventually([this] { return contains(report(), "okienko.toml"); }));
    fs::rename(root() / "okienko.toml.old", root() / "okienko.toml");
    EXPECT_TRUE(eventually([this] { return report().empty(); }));
}

TEST_F(PreviewCommand, StopsWhenAskedAlthoughPagesListen) {
    start();
    ASSERT_TRUE(shows("/dyzur/", "poniedziałek"));
    server::RawClient page(port);
    page.send("GET /.okienko/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_TRUE(contains(page.receive_until("false}"), "\"failed\": false}"));
    program->ask_to_stop();
    const auto ended = program->wait();
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_EQ(ended.err, "") << "requests are no news to an editor";
}

TEST_F(PreviewCommand, RefusesToBeSeenFromElsewhere) {
    const auto result =
        run_program({"--instance", root().string(), "serve", "--watch", "--behind-proxy"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_TRUE(contains(result.err, "--behind-proxy")) << result.err;
}

TEST_F(PreviewCommand, EndsLikeABuildWhereThereIsNoCentre) {
    const auto result =
        run_program({"--instance", folder.path().string(), "serve", "--watch", "--port", "0"});
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_TRUE(contains(result.err, "okienko init")) << result.err;
}

}  // namespace
}  // namespace okienko::tests
