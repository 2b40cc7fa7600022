#include "exchange/plain_service.hpp"

#include <cctype>
#include <random>
#include <sstream>

#include "exchange/hsds_import.hpp"
#include "exchange/hsds_names.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "tests/db/full_catalogue.hpp"
#include "tests/exchange/exchange_fixture.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

class PlainServiceTest : public ExchangeTest {
  protected:
    PlainServiceTest() {
        auto full = db::full_catalogue();
        for (auto& service : full.services) {
            if (!service.reliefs.empty()) service.reliefs.resize(1);
        }
        for (const auto& catalogue : {demo(), full}) {
            std::istringstream lines{
                exported(catalogue_of(std::to_string(names_++), catalogue), Format::Hsds)};
            for (std::string line; std::getline(lines, line);) {
                if (line.find(R"("status":)") != std::string::npos) services_.push_back(line);
            }
        }
    }

    /// The same record with its first key written as no export writes it, so that nodes are made.
    static std::string unusual(const std::string& record) {
        constexpr std::string_view kHex = "0123456789abcdef";
        auto first = static_cast<unsigned char>(record[2]);
        return std::string{"{\"\\u00"} + kHex[first / 16] + kHex[first % 16] + record.substr(3);
    }

    static void expect_same(const ReadRecord& plain, const ReadRecord& by_nodes, bool nested) {
        auto own = [&](const ReadRecord& record) {
            std::vector<const ReadCard*> cards;
            for (const auto& card : record.cards) {
                if (nested || card.standing == Standing::Own) cards.push_back(&card);
            }
            return cards;
        };
        auto is = own(plain);
        auto should = own(by_nodes);
        ASSERT_EQ(is.size(), should.size());
        for (std::size_t i = 0; i < is.size(); ++i) {
            EXPECT_EQ(is[i]->value, should[i]->value);
            EXPECT_EQ(is[i]->standing, should[i]->standing);
            EXPECT_EQ(is[i]->source_id, should[i]->source_id);
            EXPECT_EQ(is[i]->original, should[i]->original);
        }
        auto messages = [](const model::Problems& problems) {
            std::vector<std::string> all;
            for (const auto& problem : problems) all.push_back(problem.message);
            std::ranges::sort(all);
            return all;
        };
        EXPECT_EQ(messages(plain.problems), messages(by_nodes.problems));
        EXPECT_EQ(messages(plain.warnings), messages(by_nodes.warnings));
    }

    /// As one new reader each sees it, and as two that have read much before do.
    void expect_same(const std::string& record) {
        SCOPED_TRACE(record);
        expect_same(HsdsReader{"a", known_}.read(record, 1),
                    HsdsReader{"a", known_}.read(unusual(record), 1),
                    true);
        expect_same(reader_.read(record, 1), by_nodes_.read(unusual(record), 1), false);
    }

    /// Any table or list of the record.
    Node& random_part(Node& root) {
        Node* part = &root;
        while (pick(3) != 0) {
            Node* next = nullptr;
            if (auto* table = std::get_if<Node::Table>(&part->value); table && !table->empty()) {
                next = &(*table)[pick(table->size())].value;
            } else if (auto* list = std::get_if<Node::Array>(&part->value);
                       list && !list->empty()) {
                next = &(*list)[pick(list->size())];
            }
            if (!next || !(is_table(*next) || next->as<Node::Array>())) break;
            part = next;
        }
        return *part;
    }

    Node random_value() {
        const Node values[] = {
            Node{std::string{}},
            Node{std::string{" "}},
            Node{std::string{"x"}},
            Node{std::string{"Dwa\nwiersze"}},
            Node{std::string{"dzwonek \a"}},
            Node{std::string(130, 'a')},
            Node{std::string(7000, 'b')},
            Node{std::string{"2026-03-05"}},
            Node{std::string{"2026-03-05T00:00:00Z"}},
            Node{std::string{"pl-PL"}},
            Node{std::string{"00000003-0000-4000-8000-00000000ABCD"}},
            Node{std::string{"12.50"}},
            Node{std::int64_t{12}},
            Node{std::int64_t{-1}},
            Node{std::int64_t{9'000'000'000}},
            Node{3.5},
            Node{22.0},
            Node{true},
            Node{Node::Array{}},
            Node{Node::Array{Node{std::string{"x"}}}},
            Node{Node::Table{}},
        };
        return values[pick(std::size(values))];
    }

    void change(Node& root) {
        auto& part = random_part(root);
        if (auto* table = std::get_if<Node::Table>(&part.value); table && !table->empty()) {
            auto at = pick(table->size());
            auto& entry = (*table)[at];
            switch (pick(6)) {
                case 0:
                    table->erase(table->begin() + static_cast<std::ptrdiff_t>(at));
                    break;
                case 1:
                    table->push_back(entry);
                    break;
                case 2:
                    std::swap(entry, (*table)[pick(table->size())]);
                    break;
                case 3:
                    entry.key = (*table)[pick(table->size())].key;
                    break;
                default:
                    entry.value = random_value();
            }
        } else if (auto* list = std::get_if<Node::Array>(&part.value); list && !list->empty()) {
            auto at = pick(list->size());
            switch (pick(3)) {
                case 0:
                    list->erase(list->begin() + static_cast<std::ptrdiff_t>(at));
                    break;
                case 1:
                    list->push_back((*list)[at]);
                    break;
                default:
                    (*list)[at] = random_value();
            }
        }
    }

    std::size_t pick(std::size_t count) { return random_() % count; }

    int names_ = 0;
    std::vector<std::string> services_;
    model::Catalogue nothing_;
    ImportSettings no_settings_;
    KnownCards known_{nothing_, no_settings_, model::parse_date("2026-11-28").value()};
    HsdsReader reader_{"a", known_};
    HsdsReader by_nodes_{"a", known_};
    std::mt19937 random_{2026};
};

/// Takes whatever is nested for a card that is right.
struct AnyNested : NestedReader {
    std::optional<std::string> find_nested(std::string_view) override { return std::nullopt; }
    std::string read_nested(std::string_view, std::string_view, Node& object) override {
        return object.table(kProfile).text("slug");
    }
    std::string read_nested_area(Node& area) override { return area.text("extent"); }
};

TEST_F(PlainServiceTest, ReadsWhatOurExportWrites) {
    PlainServiceReader reader;
    AnyNested nested;
    std::size_t read = 0;
    for (const auto& service : services_) read += reader.read(service, nested).has_value() ? 1 : 0;
    EXPECT_GE(read, demo().services.size());
    EXPECT_FALSE(reader.read(unusual(services_.front()), nested));
}

TEST_F(PlainServiceTest, MakesTheCardThatNodesMake) {
    for (const auto& service : services_) expect_same(service);
}

TEST_F(PlainServiceTest, MakesTheCardThatNodesMakeOfChangedRecords) {
    JsonReader json;
    for (int i = 0; i < 500 && !HasFailure(); ++i) {
        auto record = std::get<Node>(json.read(services_[pick(services_.size())]));
        for (auto changes = 1 + pick(2); changes > 0; --changes) change(record);
        std::string text;
        append_json(text, record);
        if (text.size() > 2 && std::isalpha(static_cast<unsigned char>(text[2]))) expect_same(text);
    }
}

TEST_F(PlainServiceTest, RefusesTheJsonThatNodesRefuse) {
    for (int i = 0; i < 500 && !HasFailure(); ++i) {
        auto record = services_[pick(services_.size())];
        constexpr std::string_view kBytes = "\"\\{}[],:0a \n\x01\xFF";
        record[3 + pick(record.size() - 3)] = kBytes[pick(kBytes.size())];
        SCOPED_TRACE(record);
        auto plain = HsdsReader{"a", known_}.read(record, 1);
        auto by_nodes = HsdsReader{"a", known_}.read(unusual(record), 1);
        EXPECT_EQ(plain.problems.empty(), by_nodes.problems.empty());
        if (plain.problems.empty()) expect_same(plain, by_nodes, true);
    }
}

}  // namespace
}  // namespace okienko::exchange
