#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include "server/submission/card_step.hpp"
#include "server/submission/submission_desk.hpp"
#include "server/submission/submission_doors.hpp"
#include "tests/now.hpp"
#include "tests/server/demo_centre.hpp"
#include "tests/server/submission/published_dossier.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {

using namespace std::chrono_literals;
using model::SubmissionState;

inline const DemoCentre& centre() {
    static const DemoCentre demo;
    return demo;
}

inline const std::shared_ptr<const generator::LiveSite>& live_site() {
    static const auto live = generator::LiveSite::load(centre().instance(), kNow).value();
    return live;
}

/// The desk of submissions with an office of its own, asked as browsers ask.
class SubmissionDeskTest : public testing::Test {
  protected:
    Response ask(const std::string& method,
                 const std::string& address,
                 const std::string& body = "",
                 std::vector<Header> headers = {}) {
        auto question = address.find('?');
        return routes_.answer(
            {.method = method,
             .path = address.substr(0, question),
             .query = question == std::string::npos ? "" : address.substr(question + 1),
             .headers = std::move(headers),
             .body = body,
             .client = "192.0.2.1"});
    }
    static std::string html(const Response& response) {
        return std::get<std::string>(response.body);
    }
    static bool says(const Response& response, std::string_view words) {
        return html(response).find(words) != std::string::npos;
    }

    /// A step as its page sends it: with the id of its card.
    Response post_step(const std::string& address,
                       const std::string& body,
                       std::string card = {},
                       std::vector<Header> headers = {}) {
        if (card.empty()) {
            auto page = html(ask("GET", address));
            auto at = page.find("name=\"karta\" value=\"") + 20;
            card = page.substr(at, page.find('"', at) - at);
        }
        return ask("POST", address, "karta=" + card + "&" + body, std::move(headers));
    }

    std::string token_of_form(const std::string& address) {
        auto page = html(ask("GET", address));
        auto at = page.find("name=\"formularz\" value=\"") + 24;
        return page.substr(at, page.find('"', at) - at);
    }

    /// The private address of a new draft.
    std::string begin(const std::string& email = "biuro@example.org") {
        auto form = token_of_form("/zglos-usluge");
        now_ += 60s;
        auto response = ask("POST", "/zglos-usluge", "formularz=" + form + "&email=" + email);
        EXPECT_EQ(response.status, 303);
        return response.header("Location");
    }

    /// The private address in the newest mail.
    std::string mailed_link() {
        auto mails = office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_) + 1h, 99);
        const auto& text = mails.back().mail.text;
        auto at = text.find("/zgloszenie/");
        return text.substr(at, text.find('\n', at) - at);
    }

    /// Puts a whole card of the demo, under new ids, into a draft.
    void fill(const std::string& link, const std::string& service = "klub-senior-plus") {
        auto submission = found(link);
        office_.submissions().write_cards(
            submission.case_number,
            [&](const std::string&) {
                auto dossier = published(service);
                set_cell(dossier.provider, "id", "00000000-0000-4000-8000-000000000001");
                set_cell(dossier.provider, "name", "Fundacja Po Sąsiedzku");
                set_cell(dossier.services[0], "id", "00000000-0000-4000-8000-000000000002");
                set_cell(dossier.services[0], "name", "Wieczorna szkoła tanga");
                return to_json(dossier);
            },
            kNow,
            model::parse_date("2027-01-01").value());
    }

    static Dossier published(const std::string& slug) {
        return published_dossier(live_site()->catalogue(), slug);
    }

    model::Submission found(const std::string& link) {
        auto all = office_.submissions().in_states({SubmissionState::Draft,
                                                    SubmissionState::Unverified,
                                                    SubmissionState::Sent,
                                                    SubmissionState::InReview,
                                                    SubmissionState::NeedsCorrection,
                                                    SubmissionState::Published,
                                                    SubmissionState::Declined,
                                                    SubmissionState::Withdrawn});
        for (const auto& each : all) {
            if (says(ask("GET", link), each.case_number)) return each;
        }
        ADD_FAILURE() << "no submission behind " << link;
        return {};
    }

    tests::TemporaryFolder folder_;
    std::chrono::system_clock::time_point now_{kNow};
    std::string log_;
    int mails_ = 0;
    db::Office office_{folder_.path() / "office.db"};
    Metrics metrics_;
    LiveSites live_{folder_.path() / "current", [] { return live_site(); }};
    FormGate::Parts gate_{.metrics = metrics_,
                          .log = [this](std::string_view line) { log_ += line; },
                          .now = [this] { return now_; }};
    SubmissionDoors doors_{
        {.live = live_, .office = office_, .gate = gate_, .mail_waits = [this] { ++mails_; }}};
    SubmissionDesk desk_{{.live = live_,
                          .office = office_,
                          .gate = gate_,
                          .mail_waits = [this] { ++mails_; },
                          .preview =
                              [](auto amend) {
                                  return generator::LiveSite::load_amended(
                                      centre().instance(), kNow, std::move(amend));
                              }}};
    Routes routes_{[this] {
        auto all = doors_.routes();
        for (auto& route : desk_.routes()) all.push_back(std::move(route));
        return all;
    }()};
};

}  // namespace okienko::server
