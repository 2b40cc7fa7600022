#include "generator/duties.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "generator/pages/chart_width.hpp"

namespace okienko::generator {
namespace {

using namespace std::chrono_literals;
using std::chrono::December;
using std::chrono::January;
using std::chrono::March;

SiteData site_on(model::Date today) {
    SiteData site;
    site.now.date = today;
    site.settings.accessibility.published_on = 2025y / March / 1;
    site.settings.accessibility.updated_on = 2025y / March / 1;
    site.settings.accessibility.declared_on = 2025y / March / 1;
    return site;
}

std::vector<std::string> unmet(const SiteData& site) {
    std::vector<std::string> all;
    for (const auto& problem : unmet_duties(site, model::Document{}))
        all.push_back(problem.message);
    return all;
}

bool says(const std::vector<std::string>& all, std::string_view part) {
    return std::any_of(all.begin(), all.end(), [part](const auto& each) {
        return each.find(part) != std::string::npos;
    });
}

constexpr auto kOverdue = "deklaracji dostępności nie przejrzano do";

TEST(Duties, OfAReviewAreDueOnTheLastOfMarchOfTheNextYear) {
    AccessibilitySettings stated;
    stated.declared_on = 2025y / March / 1;
    EXPECT_EQ(declaration_review_due(stated), 2026y / March / 31);
    stated.reviewed_on = 2026y / December / 31;
    EXPECT_EQ(declaration_review_due(stated), 2027y / March / 31);
    stated.reviewed_on = 2027y / January / 1;
    EXPECT_EQ(declaration_review_due(stated), 2028y / March / 31);
}

TEST(Duties, OfAReviewAreMissedTheDayAfter) {
    EXPECT_FALSE(says(unmet(site_on(2026y / March / 31)), kOverdue));
    EXPECT_TRUE(says(unmet(site_on(2026y / std::chrono::April / 1)), kOverdue));
}

TEST(Duties, AskForInformationThatIsEasyToReadAndInSignLanguage) {
    auto site = site_on(2025y / March / 2);
    EXPECT_TRUE(says(unmet(site), "(ETR)"));
    EXPECT_TRUE(says(unmet(site), "(PJM)"));
    ContentPage etr;
    etr.address = "/etr/";
    ContentPage pjm;
    pjm.address = "/pjm/";
    site.content = {etr, pjm};
    EXPECT_FALSE(says(unmet(site), "(ETR)"));
    EXPECT_FALSE(says(unmet(site), "(PJM)"));
}

TEST(Duties, NameTheCasesWithoutAClause) {
    auto site = site_on(2025y / March / 2);
    PrivacyClause clause;
    clause.subject = ClauseCase::Application;
    site.settings.privacy.clauses = {clause};
    EXPECT_TRUE(says(unmet(site), "dla spraw: contact, submission, notifications, statistics"));
    EXPECT_FALSE(says(unmet(site), "outdated"));
    site.settings.forms.outdated = true;
    site.settings.forms.feedback = true;
    EXPECT_TRUE(says(unmet(site), "statistics, outdated, feedback"));
}

TEST(ChartWidth, IsAShareOfTheWhole) {
    EXPECT_EQ(chart_width(228, 480), "47.5%");
    EXPECT_EQ(chart_width(480, 480), "100%");
    EXPECT_EQ(chart_width(1, 3), "33.3%");
}

TEST(ChartWidth, StaysWithinTheChart) {
    EXPECT_EQ(chart_width(9, 3), "100%");
    EXPECT_EQ(chart_width(0, 3), "0%");
    EXPECT_EQ(chart_width(3, 0), "0%");
}

}  // namespace
}  // namespace okienko::generator
