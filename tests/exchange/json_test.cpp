#include "exchange/json.hpp"

#include <gtest/gtest.h>

#include "exchange/name_uuid.hpp"
#include "exchange/record_splitter.hpp"
#include "model/identifiers.hpp"

#include <sstream>

namespace okienko::exchange {
namespace {

using model::Node;

std::string again(const std::string& text) {
    JsonReader reader;
    auto read = reader.read(text);
    if (const auto* fault = std::get_if<JsonFault>(&read)) {
        return "fault at " + std::to_string(fault->offset);
    }
    std::string out;
    append_json(out, std::get<Node>(read));
    return out;
}

TEST(Json, ComesBackAsItWas) {
    auto text = R"({"a":"ż\"\\\n\t","b":[1,-2.5,true,{"c":{}}],"d":[],"e":0.1})";
    EXPECT_EQ(again(text), text);
}

TEST(Json, LeavesOutNullAndStrayControlCharacters) {
    EXPECT_EQ(again(R"({"a":null,"b":[null,1],"c":"x\u0000\u0001y"})"), R"({"b":[1],"c":"xy"})");
}

TEST(Json, KeepsNumbersThatNoMachineHolds) {
    EXPECT_EQ(again(R"({"a":1e400})"), R"({"a":"1e400"})");
    EXPECT_EQ(again(R"({"a":123456789012345678901})"), R"({"a":"123456789012345678901"})");
}

TEST(Json, SaysWhereATextBreaks) {
    EXPECT_EQ(again(R"({"a":)").substr(0, 8), "fault at");
    EXPECT_EQ(again(R"({"a":1} x)").substr(0, 8), "fault at");
    EXPECT_EQ(again("\"text\"").substr(0, 8), "fault at");
    EXPECT_EQ(again("{\"a\":\"\xff\"}"), "fault at 6");
    EXPECT_EQ(again("").substr(0, 8), "fault at");
}

TEST(Json, RefusesWhatLiesTooDeep) {
    EXPECT_EQ(again(std::string(60, '[') + std::string(60, ']')).substr(0, 5), "[[[[[");
    EXPECT_EQ(again(std::string(5000, '[') + std::string(5000, ']')), "fault at 64");
}

TEST(Json, PutsColumnsOnValuesAndKeys) {
    JsonReader reader;
    auto node = std::get<Node>(reader.read(R"({"a": {"b": 7}})"));
    EXPECT_EQ(node.find_entry("a")->column, 2);
    EXPECT_EQ(node.find("a")->find("b")->column, 13);
}

TEST(NameUuid, IsTheVersionFiveOfRfc9562) {
    EXPECT_TRUE(model::is_uuid(name_uuid("x")));
    EXPECT_EQ(name_uuid("x")[14], '5');
    EXPECT_NE(name_uuid("x"), name_uuid("y"));
    EXPECT_EQ(name_uuid("source/service/77"), name_uuid("source/service/77"));
}

std::vector<std::string> records_of(const std::string& text) {
    std::istringstream in{text};
    RecordSplitter splitter{in};
    std::vector<std::string> records;
    while (auto chunk = splitter.next()) {
        for (const auto& [begin, end, line] : chunk->records) {
            records.push_back(std::to_string(line) + " " + chunk->text.substr(begin, end - begin));
        }
        splitter.use_again(std::move(chunk->text));
    }
    return records;
}

using Records = std::vector<std::string>;

TEST(RecordSplitter, TakesTheLinesOfNdjson) {
    EXPECT_EQ(records_of("\xEF\xBB\xBF{\"a\":1}\n\n{\"b\":2}"),
              (Records{"1 {\"a\":1}", "3 {\"b\":2}"}));
}

TEST(RecordSplitter, TakesTheObjectsOfOneJsonText) {
    EXPECT_EQ(records_of("{\n\"a\":\"}\"\n}\n"), (Records{"1 {\n\"a\":\"}\"\n}"}));
    EXPECT_EQ(records_of("[\n{\"a\":[{}]},\n{\"b\":2}]"),
              (Records{"2 {\"a\":[{}]}", "3 {\"b\":2}"}));
}

TEST(RecordSplitter, TakesTheContentsOfAPageOfAnApi) {
    EXPECT_EQ(records_of("{\"total_items\":2,\"contents\":[{\"a\":1},\n{\"b\":2}]}"),
              (Records{"1 {\"a\":1}", "2 {\"b\":2}"}));
}

TEST(RecordSplitter, JoinsLinesThatAreLongerThanAChunk) {
    std::string text;
    for (int i = 0; i < 4; ++i) text += "{\"a\":\"" + std::string(700'000, 'x') + "\"}\n";
    auto records = records_of(text);
    ASSERT_EQ(records.size(), 4U);
    EXPECT_TRUE(records[3].starts_with("4 {"));
    EXPECT_EQ(records[3].size(), 700'010U);
    EXPECT_EQ(records_of("\xEF\xBB\xBF" + text), records);
}

TEST(RecordSplitter, LeavesNothingOfATextThatIsUsedAgain) {
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "{\"a\":" + std::to_string(i) + "}\n";
    text += "{\"last\":1}";
    auto records = records_of(text);
    ASSERT_EQ(records.size(), 40'001U);
    EXPECT_EQ(records[39'999], "40000 {\"a\":39999}");
    EXPECT_EQ(records.back(), "40001 {\"last\":1}");
}

}  // namespace
}  // namespace okienko::exchange
