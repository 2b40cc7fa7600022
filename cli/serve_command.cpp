#include <iostream>
#include <optional>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/problem_text.hpp"
#include "cli/serving.hpp"
#include "db/office.hpp"
#include "generator/settings_file.hpp"
#include "server/contact/contact_desk.hpp"
#include "server/mail/post.hpp"
#include "server/public_site.hpp"
#include "server/search/search_desk.hpp"
#include "server/signals.hpp"
#include "server/static_site.hpp"

namespace okienko::cli {
namespace {

/// What `serve` needs besides the published files: pages that it draws itself.
class Counter {
  public:
    Counter(const generator::Instance& instance,
            const generator::Settings& settings,
            server::Metrics& metrics)
        : office_(instance.office()),
          live_(instance.current(), [instance] { return load(instance); }),
          indexes_(instance.current(), [instance] { return load_index(instance); }),
          queries_([this](const auto& counts) { office_.add_search_counts(counts); }),
          search_({.live = live_,
                   .indexes = indexes_,
                   .counter = queries_,
                   .log = server::log_to_stderr}) {
        if (settings.forms.contact) contact_.emplace(*this, instance, settings.mail, metrics);
    }

    [[nodiscard]] server::LiveSites* live() { return &live_; }
    [[nodiscard]] bool is_ready() { return live_.get() != nullptr; }
    [[nodiscard]] std::vector<server::Route> routes() {
        auto routes = search_.routes();
        if (!contact_) return routes;
        for (auto& route : contact_->desk.routes()) routes.push_back(std::move(route));
        return routes;
    }

  private:
    /// The contact form, and who carries the mails that confirm it.
    struct Contact {
        Contact(Counter& counter,
                const generator::Instance& instance,
                const generator::MailSettings& mail,
                server::Metrics& metrics)
            : post({.office = counter.office_,
                    .sender = server::make_mail_sender(mail, instance),
                    .from = server::sender_of(mail),
                    .log = server::log_to_stderr}),
              desk({.live = counter.live_,
                    .office = counter.office_,
                    .metrics = metrics,
                    .log = server::log_to_stderr,
                    .mail_waits = [this] { post.wake(); }}) {}

        server::Post post;
        server::ContactDesk desk;
    };

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
            auto release = std::filesystem::canonical(instance.current());
            return std::make_shared<const search::SearchIndex>(release / "search.db");
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
    std::optional<Contact> contact_;
};

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
        if (counter->is_ready()) return;
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
    server::Metrics metrics;
    auto all = server::watching_routes(metrics);
    std::optional<Counter> counter;
    open_counter(instance, metrics, counter);
    if (counter) {
        for (auto& route : counter->routes()) all.push_back(std::move(route));
    }
    server::Routes routes{std::move(all)};
    server::StaticSite files{instance.current()};
    auto options = server_options(command);
    server::PublicSite site{{.files = files,
                             .routes = routes,
                             .metrics = metrics,
                             .live = counter ? counter->live() : nullptr,
                             .exposure = options.exposure}};
    server::HttpServer http{
        options, [&site](const server::Request& request) { return site.answer(request); }};
    server::StopSignals signals{[&http] { http.stop(); }};
    announce("Strona", command, http.bind());
    http.run();
    return ExitCode::Ok;
}

}  // namespace okienko::cli
