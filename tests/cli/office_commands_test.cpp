#include <gtest/gtest.h>

#include <fstream>

#include "db/office.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {
namespace {

/// A new centre in which one message waits.
class OfficeCommands : public testing::Test {
  protected:
    OfficeCommands() {
        run_program({"init", folder_.path().string()});
        db::Office office{folder_.path() / "office.db"};
        number_ = office
                      .receive({.sender = "Pani Ania",
                                .phone = "+48857152550",
                                .subject = "Klub Senior+",
                                .text = "Czy są miejsca?"},
                               {.form_id = "f1",
                                .at = std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}},
                                .purge_on = model::parse_date("2027-11-23").value()})
                      .case_number;
    }

    [[nodiscard]] ProgramResult run(ProgramArguments arguments,
                                    const Environment& clock = kFixedClock) const {
        arguments.insert(arguments.begin(), {"--instance", folder_.path().string()});
        return run_program(arguments, clock);
    }

    TemporaryFolder folder_;
    std::string number_;
};

TEST_F(OfficeCommands, ListShowAndCloseAMessage) {
    auto list = run({"messages", "list"});
    EXPECT_EQ(list.exit_code, 0) << list.err;
    EXPECT_NE(list.out.find(number_ + "  23.11.2026 09:00  Klub Senior+"), std::string::npos)
        << list.out;
    EXPECT_NE(list.out.find("1 wiadomość."), std::string::npos);
    auto show = run({"messages", "show", number_});
    EXPECT_NE(show.out.find("Czy są miejsca?"), std::string::npos) << show.out;
    auto close = run({"messages", "close", number_, "--note", "Oddzwoniłam."});
    EXPECT_EQ(close.exit_code, 0) << close.err;
    EXPECT_EQ(run({"messages", "list"}).out, "Żadna wiadomość nie czeka na odpowiedź.\n");
    EXPECT_NE(run({"messages", "list", "--closed"}).out.find(number_), std::string::npos);
    EXPECT_NE(run({"messages", "show", number_}).out.find("Oddzwoniłam."), std::string::npos);
}

TEST_F(OfficeCommands, TellKindsOfMessagesApart) {
    auto path = folder_.path() / "office.db";
    auto receive = [&](const model::Message& message, const std::string& form) {
        db::Office office{path};
        return office
            .receive(message,
                     {.form_id = form,
                      .at = std::chrono::sys_seconds{std::chrono::seconds{1'795'420'800}},
                      .purge_on = model::parse_date("2027-11-23").value()})
            .case_number;
    };
    auto report = receive({.kind = model::MessageKind::Outdated,
                           .phone = "+48857152550",
                           .service = "bank-czasu",
                           .reasons = {"hours", "ended"}},
                          "f2");
    auto opinion = receive({.kind = model::MessageKind::Feedback,
                            .text = "Za długo",
                            .page = "/uslugi/bank-czasu/",
                            .score = 2,
                            .reasons = {"too_long"}},
                           "f3");
    auto all = run({"messages", "list"}).out;
    EXPECT_NE(all.find(number_), std::string::npos);
    EXPECT_NE(all.find("nieaktualna informacja: bank-czasu\n"), std::string::npos) << all;
    EXPECT_NE(all.find("godziny lub terminy, tej usługi już nie ma"), std::string::npos) << all;
    EXPECT_NE(all.find("3 wiadomości."), std::string::npos) << all;
    auto opinions = run({"messages", "list", "--kind", "feedback"}).out;
    EXPECT_NE(
        opinions.find(opinion + "  23.11.2026 09:00  ocena strony 2 z 5: /uslugi/bank-czasu/"),
        std::string::npos)
        << opinions;
    EXPECT_EQ(opinions.find(report), std::string::npos) << opinions;
    auto whole = run({"messages", "show", opinion}).out;
    for (const auto* said : {"Rodzaj:    ocena strony\n",
                             "Strona:    /uslugi/bank-czasu/\n",
                             "Ocena:     2 z 5\n",
                             "Zaznaczono: za dużo tekstu\n",
                             "\nZa długo\n"}) {
        EXPECT_NE(whole.find(said), std::string::npos) << said << whole;
    }
    EXPECT_EQ(run({"messages", "close", report}).exit_code, 0);
    EXPECT_EQ(run({"messages", "list", "--kind", "outdated"}).out,
              "Żadna wiadomość nie czeka na odpowiedź.\n");
    EXPECT_EQ(run({"messages", "list", "--kind", "skarga"}).exit_code, 2);
}

TEST_F(OfficeCommands, TellOfAMailThatDidNotArriveInBothLists) {
    {
        db::Office office{folder_.path() / "office.db"};
        constexpr std::chrono::sys_seconds kAt{std::chrono::seconds{1'795'420'800}};
        office.receive({.sender = "Ania", .subject = "S", .text = "T"},
                       {.form_id = "f2",
                        .at = kAt,
                        .purge_on = model::parse_date("2027-11-23").value(),
                        .confirmation = [](const std::string&) {
                            return model::OutgoingMail{
                                "ania@example.org", "pl", "Twoja wiadomość dotarła", "T", ""};
                        }});
        auto mail = office.due_mails(kAt, 9).at(0);
        mail.next_try_at = std::nullopt;
        mail.remark = "550";
        office.put_off_mail(mail);
    }
    // The one who waits for a correction must hear that nobody was asked for it.
    for (const auto* room : {"messages", "submissions"}) {
        auto said = run({room, "list"}).out;
        EXPECT_NE(said.find("E-mail nie doszedł, sprawa "), std::string::npos) << said;
        EXPECT_NE(said.find("(„Twoja wiadomość dotarła”): 550. Zadzwoń."), std::string::npos)
            << said;
    }
}

TEST_F(OfficeCommands, SayWhatCannotBeDone) {
    EXPECT_EQ(run({"messages", "close", number_}).exit_code, 0);
    auto again = run({"messages", "close", number_});
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_NE(again.err.find("jest już zamknięta"), std::string::npos) << again.err;
    auto unknown = run({"messages", "show", "222-222"});
    EXPECT_EQ(unknown.exit_code, 1);
    EXPECT_NE(unknown.err.find("nie ma sprawy „222-222”"), std::string::npos) << unknown.err;
    auto incomplete = run({"messages"});
    EXPECT_EQ(incomplete.exit_code, 2);
    EXPECT_NE(incomplete.err.find("brakuje słowa po „messages”"), std::string::npos)
        << incomplete.err;
    TemporaryFolder elsewhere;
    EXPECT_EQ(run_program({"--instance", elsewhere.path().string(), "messages", "list"}).exit_code,
              3);
    EXPECT_FALSE(std::filesystem::exists(elsewhere.path() / "office.db"));
}

TEST_F(OfficeCommands, PurgeWhatIsOldEnough) {
    EXPECT_EQ(run({"purge"}).out, "Nie ma nic do usunięcia.\n");
    Environment year_later{{"SOURCE_DATE_EPOCH", std::to_string(1'795'420'800 + 366 * 86400)}};
    std::filesystem::create_directory(folder_.path() / "outbox");
    std::ofstream{folder_.path() / "outbox/2026-11-23-abc-1.eml"} << "list";
    EXPECT_EQ(run({"purge"}, year_later).out,
              "Usunięto: 1 wiadomość.\nUsunięto z outbox/: 1 list e-mail.\n");
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path() / "outbox"));
    EXPECT_EQ(run({"messages", "show", number_}).exit_code, 1);
}

TEST_F(OfficeCommands, TellWhatPeopleLookFor) {
    auto none = run({"stats", "searches"});
    EXPECT_EQ(none.exit_code, 0) << none.err;
    EXPECT_NE(none.out.find("Niczego jeszcze nie szukano"), std::string::npos) << none.out;
    {
        auto day = *model::parse_date("2026-11-20");
        db::Office office{folder_.path() / "office.db"};
        office.add_search_counts({{day, "psycholog", 12, 5}, {day, "odwyk", 6, 0}});
    }
    auto both = run({"stats", "searches", "--from", "2026-11-01", "--to", "2026-11-30"});
    auto found = both.out.find("12  psycholog");
    auto in_vain = both.out.find("6  odwyk");
    EXPECT_NE(found, std::string::npos) << both.out;
    EXPECT_NE(in_vain, std::string::npos) << both.out;
    EXPECT_LT(found, both.out.find("Nic nie znaleziono"));
    EXPECT_LT(both.out.find("Nic nie znaleziono"), in_vain);
    EXPECT_EQ(run({"stats", "searches", "--from", "wczoraj"}).exit_code, 2);
}

}  // namespace
}  // namespace okienko::tests
