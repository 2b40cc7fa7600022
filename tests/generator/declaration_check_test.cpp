#include "generator/declaration_check.hpp"

#include <gtest/gtest.h>

#include "generator/tag_scan.hpp"

namespace okienko::generator {
namespace {

using std::chrono::March;

AccessibilitySettings reviewed() {
    AccessibilitySettings stated;
    stated.reviewed_on = std::chrono::year{2026} / March / 16;
    return stated;
}

std::string element(std::string_view id) {
    auto quoted = " id=\"" + std::string{id} + "\"";
    if (id.starts_with("a11y-data-")) {
        return "<time" + quoted + " datetime=\"2026-03-16\">16 marca 2026 r.</time>\n";
    }
    if (id == "a11y-email") return "<a" + quoted + " href=\"mailto:a@b.example\">a@b</a>\n";
    if (id == "a11y-telefon") return "<a" + quoted + " href=\"tel:+48999001020\">99</a>\n";
    if (id == "a11y-url") return "<a" + quoted + " href=\"https://cus.example/\">cus</a>\n";
    return "<p" + quoted + ">tekst</p>\n";
}

std::string declaration(const AccessibilitySettings& stated) {
    std::string page = "<!doctype html>\n<!-- <p id=\"a11y-wstep\"> -->\n";
    for (auto id : declaration_ids(stated)) page += element(id);
    return page;
}

std::string with(std::string page, const std::string& what, const std::string& instead) {
    auto at = page.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return page.replace(at, what.size(), instead);
}

std::vector<std::string> messages(const std::string& page, const AccessibilitySettings& stated) {
    std::vector<std::string> all;
    for (const auto& fault : declaration_faults(page, stated)) all.push_back(fault.message);
    return all;
}

using Strings = std::vector<std::string>;

TEST(DeclarationCheck, AcceptsEachIdOnce) {
    EXPECT_EQ(messages(declaration(reviewed()), reviewed()), Strings{});
}

TEST(DeclarationCheck, WantsFourMoreIdsOnlyWhereThereIsSomethingToSay) {
    auto stated = reviewed();
    EXPECT_EQ(declaration_ids(stated).size(), 15U);
    stated.reviewed_on.reset();
    EXPECT_EQ(declaration_ids(stated).size(), 14U);
    stated = reviewed();
    stated.costs = {"Dostosowanie nagrań sesji rady."};
    stated.apps = {{"Aplikacja", "https://sklep.example/"}};
    stated.architecture_url = "https://cus.example/budynek";
    EXPECT_EQ(declaration_ids(stated).size(), 18U);
    EXPECT_EQ(messages(declaration(reviewed()), stated),
              Strings{"deklaracja dostępności nie ma wymaganego id: „a11y-ocena”, "
                      "„a11y-aplikacje”, „a11y-architektura-url”"});
}

TEST(DeclarationCheck, ReportsAnIdThatStandsTwiceOnce) {
    auto page = declaration(reviewed()) + element("a11y-status") + element("a11y-status");
    auto faults = declaration_faults(page, reviewed());
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].message, "id „a11y-status” powtarza się w deklaracji dostępności");
    EXPECT_EQ(faults[0].near, "id=\"a11y-status\"");
}

TEST(DeclarationCheck, ReportsADateThatNoMachineReads) {
    auto page = declaration(reviewed());
    auto date = element("a11y-data-przeglad");
    for (const auto& wrong : {with(date, "2026-03-16", "16.03.2026"),
                              with(date, "2026-03-16", "2026-02-30"),
                              with(date, " datetime=\"2026-03-16\"", ""),
                              with(date, "<time", "<span")}) {
        EXPECT_EQ(messages(with(page, date, wrong), reviewed()),
                  Strings{"„a11y-data-przeglad” nie ma prawidłowej daty"})
            << wrong;
    }
}

TEST(DeclarationCheck, WantsAddressesToBeLinks) {
    auto page = with(declaration(reviewed()), "mailto:a@b.example", "a@b.example");
    EXPECT_EQ(messages(page, reviewed()), Strings{"„a11y-email” nie jest odnośnikiem mailto:"});
}

TEST(TagScan, FindsTagsWithTheirAttributesAndPassesOverComments) {
    auto tags =
        opening_tags("<p class=a id='b'>1 < 2</p><!-- <i> --><br/><input disabled value=\"\">");
    ASSERT_EQ(tags.size(), 3U);
    EXPECT_EQ(tags[0].attribute("class"), "a");
    EXPECT_EQ(tags[0].attribute("id"), "b");
    EXPECT_EQ(tags[1].name, "br");
    EXPECT_EQ(tags[2].attributes.size(), 2U);
}

TEST(TagScan, EndsWhereAPageIsCutOff) {
    for (const auto* page :
         {"<", "<p", "<p id", "<p id=", "<p id=\"a", "<!-- a", "<p =a>", "< p"}) {
        EXPECT_LE(opening_tags(page).size(), 1U) << page;
    }
}

}  // namespace
}  // namespace okienko::generator
