#include "exchange/hsds_original.hpp"

#include "exchange/hsds_names.hpp"
#include "exchange/node_table.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

/// What we write ourselves when we have it. Where it is missing the card has lost it on purpose, or
/// could not take it; the whole original stays in our profile.
constexpr std::string_view kOurLists[] = {"schedules",
                                          "cost_options",
                                          "required_documents",
                                          "capacities",
                                          "contacts",
                                          "languages",
                                          "service_areas",
                                          "service_at_locations",
                                          "funding",
                                          "addresses",
                                          "accessibility",
                                          "organization_identifiers",
                                          "locations",
                                          "organization",
                                          "program",
                                          "attributes"};

bool is_ours(std::span<const HsdsName> names, std::string_view key) {
    return key == kProfile || std::ranges::find(kOurLists, key) != std::end(kOurLists) ||
           std::ranges::find(names, key, &HsdsName::hsds) != names.end();
}

/// Attributes are a set: each side may have some that the other does not know.
void unite_attributes(Node& object, const Node::Array& theirs) {
    auto ours = take_list(object, "attributes");
    for (const auto& each : theirs) {
        auto same = [&](const Node& mine) { return mine.text("id") == each.text("id"); };
        if (std::none_of(ours.begin(), ours.end(), same)) ours.push_back(each);
    }
    put(object, "attributes", Node{std::move(ours)});
}

}  // namespace

void complete_from_original(Node& object, std::span<const HsdsName> names, const Node& original) {
    if (!is_table(original)) return;
    for (const auto& entry : *original.as<Node::Table>()) {
        const auto* attributes = entry.value.as<Node::Array>();
        if (entry.key == "attributes" && attributes) {
            unite_attributes(object, *attributes);
        } else if (!is_ours(names, entry.key) && !object.find(entry.key)) {
            put(object, entry.key, entry.value);
        }
    }
    auto extra = take(object, kProfile).value_or(Node{});
    put(extra, kOriginal, original);
    put(object, kProfile, std::move(extra));
}

}  // namespace okienko::exchange
