#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <future>
#include <iostream>
#include <sstream>
#include <thread>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/problem_text.hpp"
#include "cli/progress_bar.hpp"
#include "cli/serving.hpp"
#include "generator/build.hpp"
#include "generator/release_tidying.hpp"
#include "server/preview/input_watcher.hpp"
#include "server/preview/preview_site.hpp"
#include "server/signals.hpp"

namespace okienko::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

/// A page that is open may still ask for a file of the release before.
constexpr int kKeptPreviews = 2;

/// Everything that a build reads. SQLite's log beside the catalogue holds what has been written
/// most recently.
server::Inputs inputs_of(const generator::Instance& instance) {
    return {
        .files = {instance.settings(),
                  instance.catalogue(),
                  instance.catalogue().string() + "-wal"},
        .trees = {instance.content(), instance.root / "themes", instance.share / "themes/default"}};
}

/// "14:03:22 ": the wall clock, so that a person can tell builds apart.
std::string time_of_day() {
    const auto now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 16> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%H:%M:%S ", &local)};
}

/// "content/kontakt.md", "content/a.md (i 3 więcej)"; a file from elsewhere by its whole path.
std::string changes_text(const std::vector<fs::path>& changed, const fs::path& root) {
    const auto relative = changed.front().lexically_relative(root);
    const bool inside = !relative.empty() && *relative.begin() != "..";
    auto text = (inside ? relative : changed.front()).generic_string();
    if (changed.size() > 1) text += " (i " + std::to_string(changed.size() - 1) + " więcej)";
    return text;
}

std::string texts_of(const model::Problems& problems) {
    std::ostringstream text;
    print_problems(text, problems);
    return text.str();
}

/// A server of the preview, and a thread that builds it again whenever an input changes.
class Preview {
  public:
    Preview(const ServeCommand& command, const generator::Instance& instance)
        : command_(command),
          instance_(instance),
          current_(instance.preview() / "current"),
          site_(current_),
          http_(options(), [this](const auto& request) { return site_.answer(request); }) {}

    ExitCode run() {
        server::StopSignals signals{[this] { stop(); }};
        announce("Podgląd", command_, http_.bind());
        std::cout << "Widać w nim też szkice. Strony dla mieszkańców nie zmienia.\n" << std::flush;
        auto building = std::async(std::launch::async, [this] {
            const Ending ending{*this};
            build_until_stopped();
        });
        serve();
        // A build may take longer than a person who pressed Ctrl+C waits. Killed, it leaves nothing
        // that the next one does not clear away.
        if (building.wait_for(std::chrono::seconds{1}) == std::future_status::timeout) {
            std::quick_exit(static_cast<int>(ExitCode::Ok));
        }
        building.get();
        return ExitCode::Ok;
    }

  private:
    /// Whichever of the server and the builder ends first, ends the other.
    struct Ending {
        Preview& preview;
        ~Ending() { preview.stop(); }
    };

    server::ServerOptions options() {
        auto options = server_options(command_);
        options.requests = server::RequestLog::None;
        options.events = &site_.events();
        return options;
    }

    void stop() {
        stop_.raise();
        http_.stop();
    }

    void serve() {
        const Ending ending{*this};
        http_.run();
    }

    void build_until_stopped() {
        server::InputWatcher watcher{inputs_of(instance_)};
        build("pierwsze budowanie");
        while (true) {
            const auto changed = watcher.wait_for_change(stop_);
            if (changed.empty()) return;
            rebuild(changes_text(changed, instance_.root));
        }
    }

    /// What the machine fails at now may well succeed after the next change: a file that was just
    /// being replaced, a database in use.
    void rebuild(const std::string& why) {
        try {
            build(why);
        } catch (const std::exception& failure) {
            report(why, std::string{"okienko: "} + failure.what() + "\n");
        }
    }

    void build(const std::string& why) {
        const auto started = steady_clock::now();
        const auto built = make_release();
        const auto took = steady_clock::now() - started;
        if (!built.ok()) {
            const auto& problems = built.problems();
            return report(why,
                          texts_of(problems) + "\n" + counted(problems.size(), kProblems) + ".\n");
        }
        site_.show(built.value().release);
        if (built.value().published) generator::tidy_releases(instance_.preview(), kKeptPreviews);
        print_warnings(built.value().warnings);
        std::cout << time_of_day() << why << ": " << counted(built.value().pages, kPages) << ", "
                  << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms.\n"
                  << std::flush;
    }

    [[nodiscard]] model::Checked<generator::BuildReport, model::Problem> make_release() const {
        ProgressBar bar;
        return generator::build(
            {.instance = instance_,
             .drafts = generator::Drafts::Shown,
             .site = instance_.preview(),
             .now = build_clock(),
             .threads = std::max(1U, std::thread::hardware_concurrency()),
             .progress = [&bar](std::size_t done, std::size_t total) { bar.show(done, total); }});
    }

    /// To the terminal and to the pages that are open.
    void report(const std::string& why, const std::string& text) {
        site_.show_failure(text);
        std::cerr << time_of_day() << why << ":\n"
                  << text
                  << (fs::exists(current_) ? "Podgląd pokazuje poprzednią wersję.\n"
                                           : "Podgląd pokaże się, gdy to poprawisz.\n");
    }

    /// Once, not with every build.
    void print_warnings(const model::Problems& warnings) {
        auto text = texts_of(warnings);
        if (!warnings.empty() && text != warnings_) std::cerr << "Ostrzeżenia:\n" << text;
        warnings_ = std::move(text);
    }

    const ServeCommand& command_;
    const generator::Instance& instance_;
    fs::path current_;
    server::PreviewSite site_;
    server::StopFlag stop_;
    server::HttpServer http_;
    std::string warnings_;
};

}  // namespace

ExitCode run_preview(const ServeCommand& command, const generator::Instance& instance) {
    if (command.behind_proxy) {
        std::cerr << "okienko: podgląd pokazuje szkice, więc działa tylko na tym komputerze; "
                     "usuń --behind-proxy\n";
        return ExitCode::Usage;
    }
    return Preview{command, instance}.run();
}

}  // namespace okienko::cli
