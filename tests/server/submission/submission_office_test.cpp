#include "server/submission/submission_office.hpp"

#include <gtest/gtest.h>

#include "db/catalogue_store.hpp"
#include "tests/now.hpp"
#include "tests/server/demo_centre.hpp"
#include "tests/server/submission/published_dossier.hpp"

namespace okienko::server {
namespace {

using model::SubmissionAction;
using model::SubmissionState;
using Outcome = SubmissionOffice::Outcome;

const model::Date kLater = model::parse_date("2028-01-01").value();

class SubmissionOfficeTest : public testing::Test {
  protected:
    /// A submission of a new institution with one service that the demo has under another name.
    std::string send(const std::string& email = "biuro@example.org") {
        auto dossier = published("klub-senior-plus");
        set_cell(dossier.provider, "id", "00000000-0000-4000-8000-000000000001");
        set_cell(dossier.provider, "name", "Fundacja Po Sąsiedzku");
        set_cell(dossier.services[0], "id", "00000000-0000-4000-8000-000000000002");
        set_cell(dossier.services[0], "name", "Wieczorna szkoła tanga");
        return send(dossier, email);
    }

    std::string send(const Dossier& dossier, const std::string& email) {
        auto number = office_.submissions().begin({.form_id = email + std::to_string(forms_++),
                                                   .email = email,
                                                   .cards = to_json(dossier),
                                                   .at = kNow,
                                                   .purge_on = kLater});
        office_.submissions().take(
            number, {.action = SubmissionAction::Send, .at = kNow, .purge_on = kLater});
        return number;
    }

    Dossier published(const std::string& slug) const {
        return published_dossier(db::read_catalogue(instance_.catalogue()), slug);
    }

    [[nodiscard]] bool is_public(const std::string& slug) const {
        return std::filesystem::exists(instance_.current() / "uslugi" / slug / "index.html");
    }
    [[nodiscard]] std::string newest_mail() const {
        auto mails = office_.due_mails(kNow, 99);
        return mails.empty() ? "" : mails.back().mail.text;
    }

    DemoCentre centre_;
    generator::Instance instance_ = centre_.instance();
    std::shared_ptr<const generator::LiveSite> live_ =
        generator::LiveSite::load(instance_, kNow).value();
    db::Office office_{instance_.office()};
    SubmissionOffice desk_{instance_, *live_, office_};
    db::Actor clerk_{"anna", kNow};
    int forms_ = 0;
};

TEST_F(SubmissionOfficeTest, PutsAnAcceptedServiceOnItsPublicPage) {
    auto number = send();
    auto accepted = desk_.accept(number, clerk_);
    EXPECT_TRUE(accepted.problems.empty());
    EXPECT_EQ(accepted.outcome, Outcome::Done);
    EXPECT_TRUE(is_public("wieczorna-szkola-tanga"));
    auto submission = office_.submissions().by_case(number);
    EXPECT_EQ(submission->state, SubmissionState::Published);
    EXPECT_EQ(submission->provider, "fundacja-po-sasiedzku");
    EXPECT_NE(newest_mail().find("/uslugi/wieczorna-szkola-tanga/"), std::string::npos);
}

TEST_F(SubmissionOfficeTest, RepeatsHarmlesslyAfterACrashBetweenCatalogueAndOffice) {
    auto number = send();
    auto before = db::read_catalogue(instance_.catalogue());
    desk_.accept(number, clerk_);
    auto after = db::read_catalogue(instance_.catalogue());
    // As if office.db had not been written: the same cards once more.
    auto again = send();
    EXPECT_EQ(desk_.accept(again, clerk_).outcome, Outcome::Done);
    EXPECT_EQ(db::read_catalogue(instance_.catalogue()).services.size(), after.services.size());
    EXPECT_EQ(after.services.size(), before.services.size() + 1);
    EXPECT_EQ(after.providers.size(), before.providers.size() + 1);
}

TEST_F(SubmissionOfficeTest, AcceptsNothingTwice) {
    auto number = send();
    EXPECT_EQ(desk_.accept(number, clerk_).outcome, Outcome::Done);
    EXPECT_EQ(desk_.accept(number, clerk_).outcome, Outcome::NotNow);
    EXPECT_EQ(desk_.accept("222-222", clerk_).outcome, Outcome::NoSuchCase);
    EXPECT_EQ(desk_.decline(number, "Nie.", clerk_), Outcome::NotNow);
}

TEST_F(SubmissionOfficeTest, ChangesAFeeAndNothingElse) {
    auto dossier = published("uslugi-opiekuncze");
    ASSERT_FALSE(dossier.services[0].groups("fees").empty());
    auto cells = dossier.services[0];
    for (auto& entry : std::get<model::Node::Table>(cells.value)) {
        if (entry.key != "fees") continue;
        set_cell(std::get<model::Node::Array>(entry.value.value)[0], "amount", "31,50 zł");
    }
    dossier.services[0] = cells;
    auto number = send(dossier, "biuro@example.org");
    auto opened = desk_.open(number);
    ASSERT_EQ(opened->differences.size(), 1U);
    EXPECT_EQ(opened->differences[0].path, "fees.1.amount");
    EXPECT_EQ(opened->differences[0].after, "31.50");
    EXPECT_EQ(desk_.accept(number, clerk_).outcome, Outcome::Done);
    auto now = db::read_catalogue(instance_.catalogue());
    auto service = std::ranges::find(now.services, "uslugi-opiekuncze", &model::Service::slug);
    EXPECT_EQ(service->fees[0].amount.grosze, 3150);
}

TEST_F(SubmissionOfficeTest, AsksForACorrectionOfAField) {
    auto number = send();
    EXPECT_EQ(desk_.review(number, clerk_), Outcome::Done);
    EXPECT_EQ(desk_.correct(number, {{"usluga-1.summary", "Dla kogo to jest?"}}, clerk_),
              Outcome::Done);
    auto mail = newest_mail();
    EXPECT_NE(mail.find("Usługa 1, Usługa w jednym zdaniu: Dla kogo to jest?"), std::string::npos)
        << mail;
    EXPECT_NE(mail.find("/zgloszenie/"), std::string::npos);
    EXPECT_EQ(office_.submissions().by_case(number)->state, SubmissionState::NeedsCorrection);
}

TEST_F(SubmissionOfficeTest, KeepsOutOfTheCatalogueWhatDoesNotFit) {
    auto dossier = published("klub-senior-plus");
    set_cell(dossier.services[0], "domains", "nie-ma-takiego");
    auto number = send(dossier, "biuro@example.org");
    auto before = db::read_catalogue(instance_.catalogue());
    auto accepted = desk_.accept(number, clerk_);
    EXPECT_FALSE(accepted.problems.empty());
    EXPECT_EQ(db::read_catalogue(instance_.catalogue()), before);
    EXPECT_EQ(office_.submissions().by_case(number)->state, SubmissionState::Sent);
}

TEST_F(SubmissionOfficeTest, TellsTheReasonWhenItDeclines) {
    auto number = send();
    EXPECT_EQ(desk_.decline(number, "Usługa działa poza naszą gminą.", clerk_), Outcome::Done);
    EXPECT_NE(newest_mail().find("Usługa działa poza naszą gminą."), std::string::npos);
    auto audit = office_.audit();
    ASSERT_EQ(audit.size(), 1U);
    EXPECT_EQ(audit[0].action, "submission.decline");
}

}  // namespace
}  // namespace okienko::server
