#include "exchange/plain_groups.hpp"

#include <optional>

#include "exchange/hsds_items.hpp"
#include "exchange/hsds_schedule.hpp"
#include "model/identifiers.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

bool nothing_else(std::string_view /*key*/, ondemand::value& /*value*/) {
    return false;
}

model::Money read_amount(ondemand::value& value, PlainRecord& record) {
    auto node = record.copier.copy(value, kInMember);
    require(!JsonCopier::is_null(node));
    auto exact = exact_amount(std::move(node));
    const auto* text = exact.as<std::string>();
    auto amount = text ? model::parse_money(*text) : std::nullopt;
    require(amount.has_value());
    return *amount;
}

const CardKeys<model::Fee>& fee_keys() {
    static const auto& keys = group_keys<model::Fee>("fees");
    return keys;
}

const CardKeys<model::Relief>& relief_keys() {
    static const auto& keys = group_keys<model::Relief>("reliefs");
    return keys;
}

/// A fee, or a relief, which tells its name and its amount in the same words.
struct Cost {
    model::Fee fee;
    model::Relief relief;
    CardFiller<model::Fee> fee_filler{fee, fee_keys()};
    CardFiller<model::Relief> relief_filler{relief, relief_keys()};
    bool is_relief = false;
    std::optional<model::Money> amount;
};

void read_cost_profile(ondemand::value& value, Cost& cost) {
    for (auto each : value.get_object()) {
        auto key = key_of(each.key().value().raw());
        ondemand::value inner = each.value();
        if (key != "relief") {
            cost.fee_filler.fill(key, inner);
            continue;
        }
        require(!std::exchange(cost.is_relief, true));
        fill_all(inner, cost.relief_filler);
    }
}

void keep(Cost& cost, std::vector<model::Fee>& fees) {
    if (cost.amount) {
        cost.fee_filler.claim("amount");
        cost.fee.amount = *cost.amount;
    }
    cost.fee_filler.finish();
    fees.push_back(std::move(cost.fee));
}

void keep(Cost& cost, std::vector<model::Relief>& reliefs) {
    auto& relief = cost.relief;
    if (!cost.fee.name.empty()) {
        cost.relief_filler.put("entitled", &model::Relief::entitled, cost.fee.name);
    }
    if (cost.amount) {
        cost.relief_filler.claim("amount");
        relief.amount = cost.amount;
    }
    cost.relief_filler.finish();
    reliefs.push_back(std::move(relief));
}

void read_cost(ondemand::object option, PlainRecord& record) {
    static const HsdsKeys<model::Fee> kNames{fee_keys(), kCostOptionNames};
    Cost cost;
    read_group(option, kNames, cost.fee_filler, record, [&](auto key, ondemand::value& value) {
        if (key == kProfile) {
            read_cost_profile(value, cost);
        } else if (key == "amount") {
            require(!cost.amount);
            cost.amount = read_amount(value, record);
        } else {
            return false;
        }
        return true;
    });
    if (cost.is_relief) return keep(cost, record.service.reliefs);
    keep(cost, record.service.fees);
}

void read_unit(ondemand::value& value, CardFiller<model::Capacity>& filler, PlainRecord& record) {
    for (auto each : value.get_object()) {
        auto key = key_of(each.key().value().raw());
        ondemand::value inner = each.value();
        if (key == "name") {
            filler.fill("unit", inner);
        } else {
            ignore(inner, kInMember + 1, record);
        }
    }
}

/// A contact of ours has one phone.
void read_phones(ondemand::value& value, CardFiller<model::Contact>& filler, PlainRecord& record) {
    bool first = true;
    for (auto member : value.get_array()) {
        require(std::exchange(first, false));
        for (auto each : member.get_object()) {
            auto key = key_of(each.key().value().raw());
            ondemand::value inner = each.value();
            if (key == "number") {
                filler.fill("phone", inner);
            } else if (key == "extension") {
                filler.put("extension",
                           &model::Contact::extension,
                           std::to_string(inner.get_int64().value()));
            } else {
                ignore(inner, kInNested, record);
            }
        }
    }
}

}  // namespace

void read_languages(ondemand::value& value, PlainRecord& record) {
    auto& languages = record.service.languages;
    for (auto member : value.get_array()) {
        Once only;
        for (auto each : member.get_object()) {
            auto key = key_of(each.key().value().raw());
            ondemand::value inner = each.value();
            if (key != "code") {
                ignore(inner, kInMember, record);
                continue;
            }
            only.meet();
            std::string code{text_of(inner)};
            require(model::is_language_code(code));
            add_once(languages, code);
        }
    }
    if (!languages.empty()) record.filler.claim("languages");
}

void read_costs(ondemand::value& value, PlainRecord& record) {
    for (auto member : value.get_array()) {
        read_cost(member.get_object().value(), record);
    }
    if (!record.service.fees.empty()) record.filler.claim("fees");
    if (!record.service.reliefs.empty()) record.filler.claim("reliefs");
}

void read_documents(ondemand::value& value, PlainRecord& record) {
    static const auto& keys = group_keys<model::RequiredDocument>("required_documents");
    static const HsdsKeys<model::RequiredDocument> kNames{keys, kRequiredDocumentNames};
    auto& documents = record.service.required_documents;
    for (auto member : value.get_array()) {
        CardFiller<model::RequiredDocument> filler{documents.emplace_back(), keys};
        read_group(member.get_object().value(), kNames, filler, record, nothing_else);
        filler.finish();
    }
    if (!documents.empty()) record.filler.claim("required_documents");
}

void read_capacities(ondemand::value& value, PlainRecord& record) {
    static const auto& keys = group_keys<model::Capacity>("capacities");
    static const HsdsKeys<model::Capacity> kNames{keys, kCapacityNames};
    auto& capacities = record.service.capacities;
    for (auto member : value.get_array()) {
        auto& capacity = capacities.emplace_back();
        Once unit;
        CardFiller<model::Capacity> filler{capacity, keys};
        auto read = [&](std::string_view key, ondemand::value& each) {
            if (key == "unit") {
                unit.meet();
                read_unit(each, filler, record);
            } else if (key == "updated") {
                auto date = hsds_date(text_of(each));
                require(date.has_value());
                filler.claim("updated_on");
                capacity.updated_on = *date;
            } else {
                return false;
            }
            return true;
        };
        read_group(member.get_object().value(), kNames, filler, record, read);
        filler.finish();
    }
    if (!capacities.empty()) record.filler.claim("capacities");
}

void read_contacts(ondemand::value& value, PlainRecord& record) {
    static const auto& keys = group_keys<model::Contact>("contacts");
    static const HsdsKeys<model::Contact> kNames{keys, kContactNames};
    auto& contacts = record.service.contacts;
    for (auto member : value.get_array()) {
        CardFiller<model::Contact> filler{contacts.emplace_back(), keys};
        Once phones;
        auto read = [&](std::string_view key, ondemand::value& each) {
            if (key != "phones") return false;
            phones.meet();
            read_phones(each, filler, record);
            return true;
        };
        read_group(member.get_object().value(), kNames, filler, record, read);
        filler.finish();
    }
    if (!contacts.empty()) record.filler.claim("contacts");
}

void read_funding(ondemand::value& value, PlainRecord& record) {
    bool first = true;
    for (auto member : value.get_array()) {
        require(std::exchange(first, false));
        for (auto each : member.get_object()) {
            auto key = key_of(each.key().value().raw());
            ondemand::value inner = each.value();
            if (key == "source") {
                record.filler.fill("funding", inner);
            } else {
                ignore(inner, kInMember, record);
            }
        }
    }
}

}  // namespace okienko::exchange
