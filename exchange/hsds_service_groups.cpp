#include "exchange/hsds_service_groups.hpp"

#include <string>
#include <utility>
#include <vector>

#include "exchange/hsds_names.hpp"
#include "exchange/hsds_objects.hpp"
#include "exchange/name_uuid.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

/// An amount in words of ours, "12.50", is a number in HSDS.
Node amount_number(const Node& text) {
    return Node{std::stod(*text.as<std::string>())};
}

/// HSDS wants to know how much is free. Where one capacity does not say so, all of them stay in
/// our profile: a list has an order.
void add_capacities(const model::Service& service, Node& card, ObjectMaker& object) {
    for (const auto& capacity : service.capacities) {
        if (!capacity.available) return;
    }
    auto capacities = take_list(card, "capacities");
    std::vector<Node> units;
    std::vector<Node> dates;
    for (auto& capacity : capacities) {
        units.push_back(*take(capacity, "unit"));
        dates.push_back(*take(capacity, "updated_on"));
    }
    auto objects = group_objects(service.id, "capacities", capacities, kCapacityNames);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const auto& unit = *units[i].as<std::string>();
        put(objects[i],
            "unit",
            ObjectMaker{}.add("id", name_uuid("unit/" + unit)).add("name", unit).done());
        put(objects[i], "updated", Node{model::to_iso(*dates[i].as<model::Date>()) + "T00:00:00Z"});
    }
    object.add_list("capacities", std::move(objects));
}

}  // namespace

void add_costs(const model::Service& service, Node& card, ObjectMaker& object) {
    auto fees = take_list(card, "fees");
    std::vector<Node> amounts;
    for (auto& fee : fees) amounts.push_back(*take(fee, "amount"));
    auto options = group_objects(service.id, "fees", fees, kCostOptionNames);
    for (std::size_t i = 0; i < options.size(); ++i) {
        put(options[i], "currency", Node{std::string{"PLN"}});
        put(options[i], "amount", amount_number(amounts[i]));
    }
    for (auto& relief : take_list(card, "reliefs")) {
        ObjectMaker option;
        option.add("id", child_id(service.id, "reliefs", options.size()))
            .add("option", *take(relief, "entitled"));
        if (auto amount = take(relief, "amount")) {
            option.add("currency", "PLN").add("amount", amount_number(*amount));
        }
        if (auto percent = relief.integer("percent")) {
            option.add("amount_description", "ulga " + std::to_string(*percent) + " %");
        }
        options.push_back(
            option.add(kProfile, ObjectMaker{}.add("relief", std::move(relief)).done()).done());
    }
    object.add_list("cost_options", std::move(options));
}

void add_groups(const model::Service& service, Node& card, ObjectMaker& object) {
    auto documents = take_list(card, "required_documents");
    object.add_list(
        "required_documents",
        group_objects(service.id, "required_documents", documents, kRequiredDocumentNames));
    auto contacts = take_list(card, "contacts");
    object.add_list("contacts", contact_objects(service.id, contacts));
    if (auto funding = take(card, "funding")) {
        object.add_list("funding",
                        {ObjectMaker{}
                             .add("id", child_id(service.id, "funding", 0))
                             .add("source", std::move(*funding))
                             .done()});
    }
    add_capacities(service, card, object);
}

}  // namespace okienko::exchange
