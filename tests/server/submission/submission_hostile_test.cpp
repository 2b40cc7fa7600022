#include "tests/server/submission/submission_desk_fixture.hpp"

namespace okienko::server {
namespace {

/// What no browser and no honest person sends.
class SubmissionHostileTest : public SubmissionDeskTest {};

TEST_F(SubmissionHostileTest, RefusesAnAddressThatIsNone) {
    auto form = token_of_form("/zglos-usluge");
    now_ += 60s;
    auto response = ask("POST", "/zglos-usluge", "formularz=" + form + "&email=biuro%40");
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "value=\"biuro@\""));
}

TEST_F(SubmissionHostileTest, KnowsNoLinkThatItDidNotGive) {
    for (const auto* wrong :
         {"/zgloszenie/x",
          "/zgloszenie/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "/zgloszenie/..%2f..",
          "/zgloszenie/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/usluga-1/nazwa"}) {
        EXPECT_EQ(ask("GET", wrong).status, 404) << wrong;
        EXPECT_EQ(ask("POST", wrong, "czynnosc=wyslij").status, 404) << wrong;
    }
    auto link = begin();
    EXPECT_EQ(ask("GET", link + "/usluga-9/nazwa").header("Location"), link) << "gone, perhaps";
    EXPECT_EQ(ask("GET", link + "/usluga-1/nie-ma").status, 404);
    EXPECT_EQ(ask("GET", link + "/usluga-1").status, 404);
}

TEST_F(SubmissionHostileTest, LetsNoOtherSiteWriteInADraft) {
    auto link = begin();
    auto response = post_step(link + "/usluga-1/nazwa",
                              "name=Klub&czynnosc=zapisz",
                              {},
                              {{"Sec-Fetch-Site", "cross-site"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "value=\"Klub\""));
    EXPECT_FALSE(says(ask("GET", link), "Usługa 1: Klub"));
}

TEST_F(SubmissionHostileTest, SaysTheSameToAnAddressThatItKnowsAndToOneThatItDoesNot) {
    auto service = "klub-senior-plus";
    auto known = published(service).provider.text("email");
    ASSERT_FALSE(known.empty());
    for (const auto& email : {known, std::string{"obcy@example.org"}}) {
        auto form = token_of_form("/zmien-usluge?usluga=" + std::string{service});
        now_ += 60s;
        auto response = ask("POST",
                            "/zmien-usluge",
                            "formularz=" + form + "&usluga=" + service + "&email=" + email);
        EXPECT_EQ(response.status, 303);
        EXPECT_EQ(response.header("Location"), "/zmien-usluge/wyslane");
    }
    auto mails = office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_), 9);
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.recipient, known);
    auto page = ask("GET", mailed_link());
    EXPECT_TRUE(says(page, "Potwierdzam, dane są aktualne"));
}

struct BadStep {
    const char* name;
    const char* body;
    int status;
};

/// What no browser of a person sends to a step, and what comes of it. Whatever it is, the draft can
/// be written in afterwards.
const BadStep kBadSteps[] = {
    {"nothing at all", "", 422},
    {"half an escape", "name=%4", 400},
    {"a byte of no character", "name=%FF", 400},
    {"a surrogate", "name=%ED%A0%80", 400},
    {"a slash in two bytes", "name=%C0%AF", 400},
    {"a field twice", "name=a&name=b", 400},
    {"a field twice, once empty", "name=&name=b", 400},
    {"a zero byte", "name=a%00b&czynnosc=zapisz", 303},
    {"turned direction", "name=a%E2%80%AEb&czynnosc=zapisz", 303},
    {"an action of nobody", "name=a&czynnosc=wszystko", 422},
    {"an action with a script", "czynnosc=%3Cscript%3E", 422},
    {"a member of no group", "czynnosc=dodaj%3Anie-ma", 303},
    {"a member of a field", "czynnosc=dodaj%3Aname", 303},
    {"a member of a group of another step", "czynnosc=dodaj%3Afees", 303},
    {"the first of nothing", "czynnosc=usun%3Ascope.1", 303},
    {"the zeroth member", "czynnosc=usun%3Afees.0", 303},
    {"a member beyond numbers", "czynnosc=usun%3Afees.99999999999999999999", 303},
    {"a negative member", "czynnosc=usun%3Afees.-1", 303},
    {"a path that goes on and on", "czynnosc=dodaj%3Afees.1.fees.1.fees", 303},
    {"a path of dots", "czynnosc=dodaj%3A....", 303},
    {"an id of its own", "id=00000000-0000-4000-8000-000000000000&name=a&czynnosc=zapisz", 303},
    {"a slug of its own", "slug=klub-senior-plus&name=a&czynnosc=zapisz", 303},
    {"another provider", "provider=cus&verified_on=2020-01-01&czynnosc=zapisz", 303},
};

TEST_F(SubmissionHostileTest, OutlivesWhatNoBrowserSends) {
    auto link = begin();
    auto step = link + "/usluga-1/nazwa";
    auto id = dossier_from_json(found(link).cards).services[0].text("id");
    for (const auto& bad : kBadSteps) {
        auto response = post_step(step, bad.body);
        EXPECT_EQ(response.status, bad.status) << bad.name;
        EXPECT_FALSE(says(response, "<script>\"")) << bad.name;
        EXPECT_EQ(post_step(step, "name=Klub&czynnosc=zapisz").status, 303) << bad.name;
    }
    auto cells = dossier_from_json(found(link).cards).services[0];
    EXPECT_EQ(cells.text("id"), id);
    for (const auto* key : {"slug", "provider", "verified_on"}) EXPECT_EQ(cells.text(key), "");
}

TEST_F(SubmissionHostileTest, BoundsWhatOneStepCanHold) {
    auto link = begin();
    auto step = link + "/usluga-1/oplaty";
    for (const auto* count : {"31", "4000000000", "99999999999999999999", "-1", "x"}) {
        post_step(step, "fees.count=" + std::string{count} + "&fees.1.name=a&czynnosc=zapisz");
        auto fees = dossier_from_json(found(link).cards).services[0].groups("fees").size();
        EXPECT_LE(fees, 30U) << count;
    }
    std::string many;
    for (std::size_t i = 0; i <= kMostStepInputs; ++i) many += "a" + std::to_string(i) + "=1&";
    EXPECT_EQ(post_step(step, many).status, 400);
    for (int i = 0; i < 40; ++i) ask("POST", link, "czynnosc=dodaj-usluge");
    EXPECT_LE(dossier_from_json(found(link).cards).cards().size(), 20U);
}

TEST_F(SubmissionHostileTest, TakesNoAddressThatHoldsAHeader) {
    for (const auto* email : {"a%40b.pl%0D%0ABcc%3A+c%40d.pl",
                              "a%40b.pl%0ABcc%3A+c%40d.pl",
                              "a%40b.pl%2Cc%40d.pl",
                              "%3Ca%40b.pl%3E",
                              "a%40b.pl%3E%0D%0ARCPT+TO%3A%3Cx%40y.pl",
                              "a%40b%40c.pl",
                              "a%40",
                              "a%40127.0.0.1",
                              "a%40b.pl%3Fsubject%3Dx"}) {
        auto form = token_of_form("/zglos-usluge");
        now_ += 60s;
        auto response =
            ask("POST", "/zglos-usluge", "formularz=" + form + "&email=" + std::string{email});
        EXPECT_EQ(response.status, 422) << email;
    }
    EXPECT_TRUE(office_.due_mails(kNow + 48h, 9).empty());
}

TEST_F(SubmissionHostileTest, ExecutesNoScriptThatSomebodyTypes) {
    const std::string script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    auto link = begin();
    for (const auto& step : steps_of(CardKind::Service)) {
        std::string body;
        for (auto key : step.keys) body += std::string{key} + "=" + script + "&";
        body += "contacts.count=1&contacts.1.role=" + script + "&czynnosc=dalej";
        auto address = link + "/usluga-1/" + std::string{step.name};
        EXPECT_FALSE(says(post_step(address, body), "<script>alert")) << address;
        EXPECT_FALSE(says(ask("GET", address), "<script>alert")) << address;
    }
    EXPECT_FALSE(says(ask("GET", link), "<script>alert"));
}

}  // namespace
}  // namespace okienko::server
