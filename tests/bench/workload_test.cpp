#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "bench/workload/catalogue.hpp"
#include "bench/workload/hugo_cards.hpp"
#include "bench/workload/json.hpp"
#include "bench/workload/news.hpp"
#include "bench/workload/okienko_instance.hpp"
#include "model/catalogue_check.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::bench {
namespace {

constexpr std::size_t kServices = 200;

const model::Catalogue& catalogue() {
    static const auto kCatalogue = invented_catalogue(kServices, OKIENKO_SOURCE_DIR);
    return kCatalogue;
}

TEST(InventedCatalogue, IsTheSameEachTime) {
    EXPECT_EQ(invented_catalogue(kServices, OKIENKO_SOURCE_DIR), catalogue());
}

TEST(InventedCatalogue, KeepsItsServicesWhenItGrows) {
    auto larger = invented_catalogue(kServices * 2, OKIENKO_SOURCE_DIR);
    EXPECT_EQ(larger.services.front().name, catalogue().services.front().name);
    EXPECT_EQ(larger.services.front().description, catalogue().services.front().description);
}

TEST(InventedCatalogue, HasNoMistake) {
    auto problems = model::check_catalogue(catalogue());
    EXPECT_TRUE(problems.empty()) << problems.size()
                                  << " problems, first: " << problems.front().message;
}

TEST(InventedCatalogue, HasAsManyCardsAsItsServicesNeed) {
    EXPECT_EQ(catalogue().services.size(), kServices);
    EXPECT_EQ(catalogue().providers.size(), kServices / 10 + 2);
    EXPECT_EQ(catalogue().places.size(), kServices / 20 + 3);
}

TEST(InventedCatalogue, HasDescriptionsOfAboutTwoKilobytes) {
    const auto& services = catalogue().services;
    auto bytes = std::accumulate(
        services.begin(), services.end(), std::size_t{0}, [](auto sum, const auto& service) {
            return sum + service.description.size();
        });
    EXPECT_NEAR(static_cast<double>(bytes) / kServices, 1900, 150);
}

TEST(InventedCatalogue, HasServicesWithAndWithoutSchedulesFeesAndExceptions) {
    const auto& services = catalogue().services;
    auto share = [&](auto has) {
        return static_cast<int>(std::count_if(services.begin(), services.end(), has) * 100 /
                                static_cast<std::ptrdiff_t>(services.size()));
    };
    EXPECT_NEAR(share([](const auto& each) { return each.schedules.empty(); }), 33, 12);
    EXPECT_NEAR(share([](const auto& each) { return each.fees.empty(); }), 25, 12);
    EXPECT_GT(share([](const auto& each) {
                  return !each.schedules.empty() && !each.schedules[0].exceptions.empty();
              }),
              5);
}

TEST(InventedInstance, IsBuiltWithoutAProblemOrAWarning) {
    tests::TemporaryFolder folder;
    write_instance(folder / "centre",
                   OKIENKO_SOURCE_DIR,
                   invented_catalogue(20, OKIENKO_SOURCE_DIR),
                   invented_news(kNews));
    auto built = tests::run_program(
        {"--instance", folder / "centre", "build"},
        {{"SOURCE_DATE_EPOCH", "1795420800"}, {"OKIENKO_SHARE", OKIENKO_SOURCE_DIR}});
    EXPECT_EQ(built.exit_code, 0) << built.err;
    EXPECT_NE(built.out.find("0 ostrzeżeń"), std::string::npos) << built.out;
}

TEST(Json, QuotesWhatJsonReserves) {
    EXPECT_EQ(json_text("a \"b\" \\ c\nd"), R"("a \"b\" \\ c\nd")");
}

TEST(Json, LeavesOutWhatIsEmpty) {
    auto json = JsonObject{}.add("a", "").add("b", "ż").number("c", 0).text();
    EXPECT_EQ(json, "{\"b\":\"ż\",\n\"c\":0}");
}

TEST(HugoSchedule, HasTheMeetingsThatTemplatesCannotCompute) {
    using namespace std::chrono_literals;
    model::Schedule schedule;
    schedule.title = "Dyżur";
    schedule.days = {{0, std::chrono::Friday}};
    schedule.starts = 9h;
    schedule.ends = 11h;
    schedule.valid_from = 2026y / 12 / 1;
    schedule.valid_to = 2027y / 1 / 9;
    auto json = schedule_json(schedule);
    EXPECT_NE(json.find(R"("first":"2026-12-04")"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("until":"20270109T225900Z")"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("cancelled":["2026-12-25","2027-01-01"])"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("date":"2026-12-04")"), std::string::npos) << json;
}

}  // namespace
}  // namespace okienko::bench
