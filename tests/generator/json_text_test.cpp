#include "generator/json_text.hpp"

#include <gtest/gtest.h>

namespace okienko::generator {
namespace {

TEST(JsonText, WritesMembersInTheirOrderAndLeavesOutEmptyOnes) {
    JsonText json;
    json.begin_object().member("name", "Żłobek").member("note", "");
    json.begin_array("numbers")
        .number(std::int64_t{-3})
        .number(53.75721)
        .number(53.7405)
        .end_array();
    EXPECT_EQ(json.end_object().take(), R"({"name":"Żłobek","numbers":[-3,53.75721,53.7405]})");
}

TEST(JsonText, EscapesWhatJsonDemands) {
    JsonText json;
    EXPECT_EQ(json.text("a \"b\" \\ \n \x01").take(), R"("a \"b\" \\ \n \u0001")");
}

TEST(JsonText, CannotEndTheScriptItStandsIn) {
    JsonText json;
    EXPECT_EQ(json.text("</script><!--").take(), R"("\u003c/script>\u003c!--")");
}

}  // namespace
}  // namespace okienko::generator
