#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <thread>

#include "db/catalogue_store.hpp"
#include "db/office.hpp"
#include "model/card_writer.hpp"
#include "server/submission/dossier.hpp"
#include "tests/now.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

/// A clerk accepts a submission and the machine dies: doing it again ends well.
namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using model::SubmissionAction;
using model::SubmissionState;

constexpr auto kId = "00000000-0000-4000-8000-000000000002";
constexpr auto kSlug = "wieczorna-szkola-tanga";
constexpr auto kMuchLater = std::chrono::sys_days{std::chrono::year{2999} / 1 / 1};

class KilledAcceptance : public testing::Test {
  protected:
    KilledAcceptance() {
        run_program({"init", folder_.path().string(), "--demo"});
        run_program({"--instance", folder_.path().string(), "build"}, kFixedClock);
        number_ = send(tango());
    }

    /// A new institution with one service that the demo has under another name.
    [[nodiscard]] server::Dossier tango() const {
        using server::CardKind;
        auto known = catalogue();
        const auto& service =
            *std::ranges::find(known.services, "klub-senior-plus", &model::Service::slug);
        const auto& provider =
            *std::ranges::find(known.providers, service.provider, &model::Provider::slug);
        server::Dossier dossier;
        dossier.provider =
            server::cells_of(model::card_node(provider), server::fields_of(CardKind::Provider));
        dossier.services.push_back(
            server::cells_of(model::card_node(service), server::fields_of(CardKind::Service)));
        server::set_cell(dossier.provider, "id", "00000000-0000-4000-8000-000000000001");
        server::set_cell(dossier.provider, "name", "Fundacja Po Sąsiedzku");
        server::set_cell(dossier.services[0], "id", kId);
        server::set_cell(dossier.services[0], "name", "Wieczorna szkoła tanga");
        return dossier;
    }

    std::string send(const server::Dossier& dossier) {
        auto purge_on = model::parse_date("2028-01-01").value();
        auto number = office().submissions().begin({.form_id = "f1",
                                                    .email = "biuro@example.org",
                                                    .cards = to_json(dossier),
                                                    .at = kNow,
                                                    .purge_on = purge_on});
        office().submissions().take(
            number, {.action = SubmissionAction::Send, .at = kNow, .purge_on = purge_on});
        return number;
    }

    [[nodiscard]] ProgramArguments accept() const {
        return {"--instance", folder_.path().string(), "submissions", "accept", number_};
    }

    /// Kills the clerk's command as soon as it has come so far; false when it was quicker.
    [[nodiscard]] bool kill_when(const std::function<bool()>& so_far) const {
        RunningProgram accepting{accept(), kFixedClock};
        for (auto until = std::chrono::steady_clock::now() + 30s;
             !so_far() && std::chrono::steady_clock::now() < until;) {
            std::this_thread::sleep_for(1ms);
        }
        accepting.kill();
        return accepting.wait().signal == SIGKILL;
    }

    [[nodiscard]] db::Office& office() {
        if (!office_) office_.emplace(folder_.path() / "office.db");
        return *office_;
    }
    [[nodiscard]] model::Catalogue catalogue() const {
        return db::read_catalogue(folder_.path() / "catalogue.db");
    }
    [[nodiscard]] std::ptrdiff_t cards() const {
        return std::ranges::count(catalogue().services, kId, &model::Service::id);
    }
    [[nodiscard]] bool is_public() const {
        return fs::exists(folder_.path() / "site/current/uslugi" / kSlug / "index.html");
    }
    [[nodiscard]] bool is_being_built() const {
        auto releases = fs::directory_iterator{folder_.path() / "site/releases"};
        return std::any_of(begin(releases), end(releases), [](const auto& each) {
            return each.path().filename().string().starts_with(".unfinished");
        });
    }
    [[nodiscard]] std::size_t letters() { return office().due_mails(kMuchLater, 99).size(); }
    [[nodiscard]] SubmissionState state() { return office().submissions().by_case(number_)->state; }

    /// Whoever looks meanwhile sees no half of it.
    void expect_nothing_is_half_done(const char* moment) {
        bool told = state() == SubmissionState::Published;
        EXPECT_TRUE(told || state() == SubmissionState::Sent) << moment;
        EXPECT_EQ(letters(), told ? 1U : 0U) << moment;
        EXPECT_LE(cards(), 1) << moment;
        EXPECT_TRUE(fs::exists(folder_.path() / "site/current/index.html")) << moment;
        if (told) {
            EXPECT_TRUE(is_public()) << moment;
        }
    }

    TemporaryFolder folder_;
    std::optional<db::Office> office_;
    std::string number_;
};

TEST_F(KilledAcceptance, EndsWithOneCardAndOneLetterWhenItIsRepeated) {
    struct Moment {
        const char* name;
        std::function<bool()> reached;
    };
    const Moment moments[] = {
        {"before anything", [] { return true; }},
        {"the card is in the catalogue", [this] { return cards() == 1; }},
        {"a release is being written", [this] { return is_being_built(); }},
        {"the page is public", [this] { return is_public(); }},
    };
    int killed = 0;
    for (const auto& moment : moments) {
        killed += kill_when(moment.reached) ? 1 : 0;
        expect_nothing_is_half_done(moment.name);
    }
    EXPECT_GE(killed, 3) << "killed too late to prove anything";

    if (state() == SubmissionState::Sent) {
        auto again = run_program(accept(), kFixedClock);
        EXPECT_EQ(again.exit_code, 0) << again.err;
    }
    EXPECT_EQ(run_program(accept(), kFixedClock).exit_code, 1) << "it is done";
    EXPECT_EQ(state(), SubmissionState::Published);
    EXPECT_TRUE(is_public());
    EXPECT_EQ(cards(), 1);
    EXPECT_EQ(letters(), 1U);
    EXPECT_EQ(std::ranges::count(office().audit(), "submission.accept", &db::AuditEntry::action),
              1);
    EXPECT_EQ(run_program({"--instance", folder_.path().string(), "check"}, kFixedClock).exit_code,
              0);
}

}  // namespace
}  // namespace okienko::tests
