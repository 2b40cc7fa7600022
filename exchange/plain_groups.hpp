#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/card_filler.hpp"
#include "exchange/hsds_names.hpp"
#include "exchange/json_copier.hpp"
#include "model/card_fields.hpp"
#include "model/service.hpp"

/// The groups of a service in a record that our own export wrote, for exchange/plain_service.
/// Whatever is unusual throws NotPlain.
namespace okienko::exchange {

/// How deep values lie: those of the record, of the members of its lists, and of objects in these.
inline constexpr int kInRecord = 1;
inline constexpr int kInMember = 3;
inline constexpr int kInNested = 5;

/// A record that is being read.
struct PlainRecord {
    model::Service& service;
    CardFiller<model::Service>& filler;
    JsonCopier& copier;
};

void read_languages(ondemand::value& value, PlainRecord& record);
void read_costs(ondemand::value& value, PlainRecord& record);
void read_documents(ondemand::value& value, PlainRecord& record);
void read_capacities(ondemand::value& value, PlainRecord& record);
void read_contacts(ondemand::value& value, PlainRecord& record);
void read_funding(ondemand::value& value, PlainRecord& record);
void read_schedules(ondemand::value& value, PlainRecord& record);  ///< exchange/plain_schedule

/// For what may be there once: of two, our reader of nodes takes the first.
class Once {
  public:
    void meet() { require(!std::exchange(met_, true)); }

  private:
    bool met_ = false;
};

/// Adds what is not there yet.
inline void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

/// What our reader of nodes would only check for being JSON.
inline void ignore(ondemand::value& value, int depth, PlainRecord& record) {
    static_cast<void>(record.copier.copy(value, depth));
}

template <class Card>
const CardKeys<Card>& group_keys(std::string_view list) {
    auto fields = model::service_fields();
    return CardKeys<Card>::of(std::ranges::find(fields, list, &model::Field::key)->fields);
}

template <class Card>
void fill_all(ondemand::value& value, CardFiller<Card>& filler) {
    for (auto each : value.get_object()) {
        auto key = key_of(each.key().value().raw());
        ondemand::value inner = each.value();
        filler.fill(key, inner);
    }
}

/// Reads an object of HSDS that is a group of ours: members that have names there, those that
/// `read(key, value)` takes, and our profile.
template <class Card, class Read>
void read_group(ondemand::object object,
                const HsdsKeys<Card>& names,
                CardFiller<Card>& filler,
                PlainRecord& record,
                Read read) {
    Once profile;
    for (auto each : object) {
        auto key = key_of(each.key().value().raw());
        ondemand::value value = each.value();
        if (key == kProfile) profile.meet();
        if (const auto* known = names.find(key)) {
            filler.fill(*known, value);
        } else if (read(key, value)) {
            continue;
        } else if (key == kProfile) {
            fill_all(value, filler);
        } else {
            ignore(value, kInMember, record);
        }
    }
}

}  // namespace okienko::exchange
