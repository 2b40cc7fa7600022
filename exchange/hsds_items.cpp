#include "exchange/hsds_items.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

#include "exchange/foreign_groups.hpp"
#include "exchange/json.hpp"
#include "model/money.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

std::size_t size_of(const Node* table) {
    const auto* entries = table ? table->as<Node::Table>() : nullptr;
    return entries ? entries->size() : 0;
}

}  // namespace

std::string put_id(const KnownCards& known, Node& object, Node& card, std::string_view kind) {
    auto id = pull(object, "id");
    if (!id) return {};
    if (const auto* number = id->as<std::int64_t>()) id->value = std::to_string(*number);
    const auto* text = id->as<std::string>();
    if (!text || text->empty()) return {};
    auto uuid = known.uuid_of(kind, *text);
    std::string source_id;
    if (uuid.size() != text->size() ||
        !std::equal(uuid.begin(), uuid.end(), text->begin(), [](char a, char b) {
            return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
        })) {
        source_id = *text;
    }
    put(card, "id", Node{uuid, id->line, id->column});
    return source_id;
}

std::string original_of(const Node& object, bool foreign) {
    const auto* extra = object.find(kProfile);
    const auto* kept = foreign ? &object : extra ? extra->find(kOriginal) : nullptr;
    std::string original;
    if (kept) append_json(original, *kept);
    return original;
}

void add_profile(Node& object, Node& card) {
    auto extra = pull(object, kProfile);
    if (!extra || !is_table(*extra)) return;
    pull(*extra, "record");
    pull(*extra, kOriginal);
    overlay(card, std::move(*extra));
}

void put_contacts(Node& object, Node& card, bool foreign) {
    Node::Array contacts;
    for (auto& each : pull_list(object, "contacts")) {
        if (!is_table(each)) continue;
        if (foreign && !each.find("title")) {
            auto department = pull(each, "department");
            put(each, "title", department ? *department : Node{std::string{"Kontakt"}});
        }
        contacts.push_back(contact_card(each));
    }
    if (foreign) add_loose_contacts(object, contacts);
    if (!contacts.empty())
        put(card, "contacts", Node{std::move(contacts), object.line, object.column});
}

void rename_all(Node& object, std::span<const HsdsName> names, Node& card) {
    for (const auto& [key, hsds] : names) {
        if (auto value = pull(object, hsds)) put(card, key, std::move(*value));
    }
}

void overlay(Node& card, Node extra) {
    if (!is_table(extra)) return;
    for (auto& entry : table_of(extra)) put(card, entry.key, std::move(entry.value));
}

Node empty_card(const Node& object) {
    Node::Table entries;
    entries.reserve(size_of(&object) + size_of(object.find(kProfile)));
    return Node{std::move(entries), object.line, object.column};
}

Node item_card(Node& item, std::span<const HsdsName> names) {
    auto card = empty_card(item);
    rename_all(item, names, card);
    if (auto extra = pull(item, kProfile)) overlay(card, std::move(*extra));
    return card;
}

Node exact_amount(Node amount) {
    if (auto whole = amount.as<std::int64_t>(); whole && *whole >= 0) {
        amount.value = std::to_string(*whole) + ".00";
    } else if (auto decimal = amount.as<double>(); decimal && *decimal >= 0 && *decimal < 1e12) {
        auto grosze = std::llround(*decimal * 100);
        if (std::abs(*decimal * 100 - static_cast<double>(grosze)) < 1e-3) {
            amount.value = model::to_decimal(model::Money{grosze});
        } else {
            amount.value = std::to_string(*decimal);
        }
    } else if (whole || decimal) {
        amount.value = std::string{"liczba ujemna albo za duża"};
    }
    return amount;
}

Node fee_card(Node& option) {
    auto amount = pull(option, "amount");
    auto card = item_card(option, kCostOptionNames);
    if (amount && !card.find("amount")) {
        put(card, "amount", exact_amount(std::move(*amount)));
    }
    return card;
}

Node relief_card(Node& option, Node relief) {
    auto card = empty_card(option);
    if (auto entitled = pull(option, "option")) put(card, "entitled", std::move(*entitled));
    if (auto amount = pull(option, "amount")) {
        put(card, "amount", exact_amount(std::move(*amount)));
    }
    overlay(card, std::move(relief));
    return card;
}

Node contact_card(Node& contact) {
    auto phones = pull_list(contact, "phones");
    auto card = item_card(contact, kContactNames);
    if (phones.empty()) return card;
    if (auto number = pull(phones.front(), "number")) put(card, "phone", std::move(*number));
    auto extension = pull(phones.front(), "extension");
    if (extension && !card.find("extension")) {
        if (const auto* whole = extension->as<std::int64_t>()) {
            extension->value = std::to_string(*whole);
        }
        put(card, "extension", std::move(*extension));
    }
    return card;
}

Node capacity_card(Node& capacity) {
    auto card = item_card(capacity, kCapacityNames);
    if (auto unit = pull(capacity, "unit"); unit && !card.find("unit")) {
        put(card, "unit", Node{unit->text("name"), unit->line, unit->column});
    }
    if (auto updated = pull(capacity, "updated"); updated && !card.find("updated_on")) {
        put(card, "updated_on", std::move(*updated));
    }
    return card;
}

void add_text(Node& card, std::string_view key, Node value) {
    auto* list = std::get_if<Node::Array>(&[&]() -> Node& {
        auto& entries = table_of(card);
        auto found = std::ranges::find(entries, key, &model::DocumentEntry::key);
        if (found == entries.end()) {
            put(card, key, Node{Node::Array{}, value.line, value.column});
            return table_of(card).back().value;
        }
        return found->value;
    }()
                                                        .value);
    if (!list) return;
    const auto& text = *value.as<std::string>();
    auto same = [&](const Node& each) { return *each.as<std::string>() == text; };
    if (std::none_of(list->begin(), list->end(), same)) list->push_back(std::move(value));
}

}  // namespace okienko::exchange
