#include "model/card_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/catalogue_check.hpp"
#include "tests/model/day.hpp"

namespace okienko::model {
namespace {

using namespace std::chrono_literals;

Schedule mondays() {
    Schedule schedule;
    schedule.title = "Dyżur";
    schedule.days = {{0, std::chrono::Monday}};
    schedule.starts = 9h;
    schedule.ends = 11h;
    schedule.valid_from = day("2026-11-02");
    return schedule;
}

std::vector<std::string> wrong_fields(const Service& service) {
    std::vector<std::string> fields;
    for (const auto& problem : check_service(service)) fields.push_back(problem.field);
    return fields;
}

using Fields = std::vector<std::string>;

TEST(CheckService, FindsAScheduleThatEndsBeforeItBegins) {
    Service service;
    service.schedules = {mondays(), mondays()};
    service.schedules[1].ends = 8h;
    EXPECT_EQ(wrong_fields(service), (Fields{"schedules[1].ends"}));
}

TEST(CheckService, FindsAnExceptionOnADayWithoutTheSchedule) {
    Service service;
    service.schedules = {mondays()};
    service.schedules[0].exceptions = {{day("2026-11-10"), ExceptionKind::Closed, {}, {}, "x"},
                                       {day("2026-11-16"), ExceptionKind::Closed, {}, {}, "y"}};
    EXPECT_EQ(wrong_fields(service), (Fields{"schedules[0].exceptions[0].date"}));
}

TEST(CheckService, AsksForTheHoursOfAChangedDay) {
    Service service;
    service.schedules = {mondays()};
    service.schedules[0].exceptions = {{day("2026-11-16"), ExceptionKind::Changed, 9h, {}, "x"}};
    EXPECT_EQ(wrong_fields(service), (Fields{"schedules[0].exceptions[0].kind"}));
}

TEST(CheckService, RefusesAFreeServiceThatCosts) {
    Service service;
    service.fee_mode = FeeMode::Free;
    service.fees = {{.name = "Obiad",
                     .amount = Money{1},
                     .amount_max = {},
                     .per = FeePer::Use,
                     .note = {},
                     .valid_from = {},
                     .valid_to = {}}};
    EXPECT_EQ(wrong_fields(service), (Fields{"fee_mode"}));
    service.fees[0].amount = Money{0};
    EXPECT_TRUE(wrong_fields(service).empty());
}

TEST(CheckService, RefusesAPaidServiceWithoutFees) {
    Service service;
    service.fee_mode = FeeMode::ByIncome;
    EXPECT_EQ(wrong_fields(service), (Fields{"fee_mode"}));
}

TEST(CheckService, WantsAReliefToHaveAPercentOrAnAmount) {
    Service service;
    service.reliefs = {{"osoby po 75. roku życia", 50, {}, "dowód osobisty", {}},
                       {"rodziny wielodzietne", 50, Money{100}, "karta", {}},
                       {"inni", {}, {}, "oświadczenie", {}}};
    EXPECT_EQ(wrong_fields(service), (Fields{"reliefs[1].entitled", "reliefs[2].entitled"}));
}

TEST(CheckService, FindsMoreFreePlacesThanPlaces) {
    Service service;
    service.capacities = {{CapacityUnit::Places, "miejsca", 10, 11, day("2026-11-01")}};
    EXPECT_EQ(wrong_fields(service), (Fields{"capacities[0].available"}));
}

TEST(CheckService, WantsAWayToReachEachContact) {
    Service service;
    service.contacts = {
        {.role = "Dyżurny", .phone = {}, .extension = {}, .email = {}, .room = "3", .hours = {}}};
    EXPECT_EQ(wrong_fields(service), (Fields{"contacts[0].role"}));
}

TEST(CheckService, ReportsEverythingAtOnce) {
    Service service;
    service.valid_from = day("2026-12-01");
    service.valid_to = day("2026-11-01");
    service.minimum_age = 60;
    service.maximum_age = 18;
    EXPECT_EQ(wrong_fields(service), (Fields{"valid_to", "maximum_age"}));
}

TEST(CheckCatalogue, NamesTableSlugAndFieldOfABrokenReference) {
    Catalogue catalogue;
    catalogue.domains = {{1, "kultura", "Kultura", "…"}};
    Service service;
    service.id = "1";
    service.slug = "bank-czasu";
    service.domains = {"kultura", "kulturra"};
    catalogue.services = {service};
    auto problems = check_catalogue(catalogue);
    auto broken = std::find_if(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.at ==
               decltype(problem.at){RecordPosition{"service", "bank-czasu", "domains[1]"}};
    });
    ASSERT_NE(broken, problems.end());
    EXPECT_EQ(broken->message, "„kulturra” nie istnieje");
    EXPECT_EQ(broken->remedy, "może „kultura”?");
}

TEST(CheckCatalogue, FindsSlugsUsedTwice) {
    Catalogue catalogue;
    catalogue.audiences = {{"rodziny", "Rodziny", "…", 1, ""},
                           {"rodziny", "Rodziny 2", "…", 2, ""}};
    auto problems = check_catalogue(catalogue);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(std::get<RecordPosition>(problems[0].at),
              (RecordPosition{"audience", "rodziny", "slug"}));
}

TEST(CheckDocumentReferences, AcceptsDocumentsThatAreContentPages) {
    Catalogue catalogue;
    Service service;
    service.slug = "a";
    service.application_form = "wniosek";
    catalogue.services = {service};
    EXPECT_TRUE(check_document_references(catalogue, {"wniosek"}).empty());
    EXPECT_EQ(check_document_references(catalogue, {"regulamin"}).size(), 1U);
}

TEST(CardRule, SaysWhatItIsBrokenBy) {
    Service service;
    service.schedules = {mondays()};
    service.schedules[0].ends = 8h;
    auto problem = check_service(service).front();
    EXPECT_EQ(name(problem.rule), "schedule_ends");
    EXPECT_EQ(message_of(problem),
              "harmonogram „Dyżur” kończy się (08:00), zanim się zacznie (09:00)");
    EXPECT_EQ(remedy_of(problem), "popraw starts albo ends");
}

}  // namespace
}  // namespace okienko::model
