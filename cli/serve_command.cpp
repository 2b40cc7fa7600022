#include <iostream>
#include <optional>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/problem_text.hpp"
#include "cli/serving.hpp"
#include "db/office.hpp"
#include "generator/released_index.hpp"
#include "generator/settings_file.hpp"
#include "server/contact/contact_desk.hpp"
#include "server/feedback/feedback_desk.hpp"
#include "server/forms/message_tray.hpp"
#include "server/mail/post.hpp"
#include "server/outdated/outdated_desk.hpp"
#include "server/public_site.hpp"
#include "server/search/search_desk.hpp"
#include "server/signals.hpp"
#include "server/static_site.hpp"
#include "server/submission/submission_desk.hpp"
#include "server/submission/submission_doors.hpp"

namespace okienko::cli {
namespace {

/// The forms of a centre, and who carries the mails about them.
class Forms {
  public:
    struct Parts {
        const generator::Instance& instance;
        const generator::Settings& settings;
        db::Office& office;
        server::LiveSites& live;
        server::Metrics& metrics;
    };
    explicit Forms(const Parts& parts)
        : post_({.office = parts.office,
                 .sender = server::make_mail_sender(parts.settings.mail, parts.instance),
                 .from = server::sender_of(parts.settings.mail),
                 .log = server::log_to_stderr}),
          tray_(parts.office, [this] { post_.wake(); }) {
        const auto& forms = parts.settings.forms;
        server::FormGate::Parts gate{.metrics = parts.metrics, .log = server::log_to_stderr};
        if (forms.contact) contact_.emplace(parts.live, tray_, gate);
        if (forms.outdated) outdated_.emplace(parts.live, tray_, gate);
        if (forms.feedback) feedback_.emplace(parts.live, tray_, gate);
        if (forms.submissions) open_submissions(parts, gate);
    }

    void add_routes(std::vector<server::Route>& all) {
        auto add = [&all](auto& desk) {
            if (!desk) return;
            for (auto& route : desk->routes()) all.push_back(std::move(route));
        };
        add(contact_);
        add(outdated_);
        add(feedback_);
        add(doors_);
        add(submissions_);
    }

  private:
    void open_submissions(const Parts& parts, const server::FormGate::Parts& gate) {
        auto mail_waits = [this] { post_.wake(); };
        auto preview = [instance = parts.instance](auto amend) {
            return generator::LiveSite::load_amended(instance, build_clock(), std::move(amend));
        };
        doors_.emplace(server::SubmissionDoors::Parts{
            .live = parts.live, .office = parts.office, .gate = gate, .mail_waits = mail_waits});
        submissions_.emplace(server::SubmissionDesk::Parts{.live = parts.live,
                                                           .office = parts.office,
                                                           .gate = gate,
                                                           .mail_waits = mail_waits,
                                                           .preview = preview});
    }

    server::Post post_;
    server::MessageTray tray_;
    std::optional<server::ContactDesk> contact_;
    std::optional<server::OutdatedDesk> outdated_;
    std::optional<server::FeedbackDesk> feedback_;
    std::optional<server::SubmissionDoors> doors_;
    std::optional<server::SubmissionDesk> submissions_;
};

/// What `serve` needs besides the published files: pages that it draws itself.
class Counter {
  public:
    Counter(const generator::Instance& instance,
            const generator::Settings& settings,
            server::Metrics& metrics)
        : office_(instance.office(), db::Office::Opening::WhenWanted),
          live_(instance.current(), [instance] { return load(instance); }),
          indexes_(instance.current(), [instance] { return load_index(instance); }),
          queries_([this](const auto& counts) { office_.add_search_counts(counts); }),
          search_({.live = live_,
                   .indexes = indexes_,
                   .counter = queries_,
                   .log = server::log_to_stderr}) {
        if (settings.forms.any()) {
            forms_.emplace(Forms::Parts{.instance = instance,
                                        .settings = settings,
                                        .office = office_,
                                        .live = live_,
                                        .metrics = metrics});
        }
    }

    [[nodiscard]] server::LiveSites* live() { return &live_; }
    [[nodiscard]] std::optional<std::string> trouble() const { return office_.trouble(); }
    [[nodiscard]] bool is_ready() { return live_.get() != nullptr; }
    [[nodiscard]] std::vector<server::Route> routes() {
        auto all = search_.routes();
        if (forms_) forms_->add_routes(all);
        return all;
    }

  private:
    static std::shared_ptr<const generator::LiveSite> load(const generator::Instance& instance) {
        auto live = generator::LiveSite::load(instance, build_clock());
        if (live.ok()) return std::move(live).value();
        print_problems(std::cerr, live.problems());
        return nullptr;
    }

    /// Nothing for a release that an older program has made.
    static std::shared_ptr<const search::SearchIndex> load_index(
        const generator::Instance& instance) {
        try {
            return generator::released_index(std::filesystem::canonical(instance.current()));
        } catch (const std::exception& failure) {
            std::cerr << "Wyszukiwarka nie działa: " << failure.what() << "\n";
            return nullptr;
        }
    }

    db::Office office_;
    server::LiveSites live_;
    server::SearchIndexes indexes_;
    server::QueryCounter queries_;
    server::SearchDesk search_;
    std::optional<Forms> forms_;
};

/// The public site goes on without office.db, and forms answer with the telephone until it works.
void tell_trouble(const Counter& counter) {
    auto trouble = counter.trouble();
    if (!trouble) return;
    std::cerr << "Uwaga: " << *trouble
              << ".\nStrona działa, ale formularze niczego nie przyjmą, dopóki tego nie poprawisz. "
                 "Nie trzeba uruchamiać okienko serve znowu.\n";
}

/// A centre whose settings somebody is just changing still shows its published site.
void open_counter(const generator::Instance& instance,
                  server::Metrics& metrics,
                  std::optional<Counter>& counter) {
    if (!std::filesystem::exists(instance.settings())) return;
    auto settings = generator::read_settings_file(instance);
    if (!settings.ok()) {
        print_problems(std::cerr, settings.problems());
    } else {
        counter.emplace(instance, settings.value().settings, metrics);
        if (counter->is_ready()) return tell_trouble(*counter);
        counter.reset();
    }
    std::cerr << "Strona działa, ale bez formularzy i wyszukiwarki. Popraw błędy i uruchom okienko "
                 "serve znowu.\n";
}

}  // namespace

ExitCode run_serve(const ServeCommand& command, const generator::Instance& instance) {
    if (command.watch) return run_preview(command, instance);
    if (!std::filesystem::exists(instance.current())) {
        std::cerr << "okienko: nie ma jeszcze żadnego wydania. Zbuduj pierwsze: okienko build\n";
        return ExitCode::Problems;
    }
    auto options = server_options(command);
    std::optional<server::PublicSite> site;
    server::HttpServer http{
        options, [&site](const server::Request& request) { return site->answer(request); }};
    // Before any other thread begins: one that did not know would be ended by the signal.
    server::StopSignals signals{[&http] { http.stop(); }};
    server::outlive_file_limits();
    server::Metrics metrics;
    std::optional<Counter> counter;
    auto all = server::watching_routes(metrics,
                                       [&] { return counter ? counter->trouble() : std::nullopt; });
    open_counter(instance, metrics, counter);
    if (counter) {
        for (auto& route : counter->routes()) all.push_back(std::move(route));
    }
    server::Routes routes{std::move(all)};
    server::StaticSite files{instance.current()};
    site.emplace(server::PublicSite::Parts{.files = files,
                                           .routes = routes,
                                           .metrics = metrics,
                                           .live = counter ? counter->live() : nullptr,
                                           .exposure = options.exposure});
    announce("Strona", command, http.bind());
    http.run();
    return ExitCode::Ok;
}

}  // namespace okienko::cli
