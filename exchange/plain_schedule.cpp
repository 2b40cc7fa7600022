#include <cctype>
#include <charconv>
#include <optional>
#include <string>

#include "exchange/plain_groups.hpp"

namespace okienko::exchange {
namespace {

/// What HSDS says of a schedule in words of its own, unless our profile says it.
struct HsdsTimes {
    std::string_view frequency;
    std::string_view opens_at;
    std::string_view closes_at;
    std::string_view valid_from;
    std::string_view valid_to;
    std::string_view first_day;
};

template <class T>
T required(std::optional<T> value) {
    require(value.has_value());
    return *value;
}

/// The words between commas, of which there is one at least.
template <class Take>
void for_each_word(std::string_view text, Take take) {
    for (;;) {
        auto comma = text.find(',');
        auto word = text.substr(0, comma);
        require(!word.empty());
        take(word);
        if (comma == std::string_view::npos) return;
        text.remove_prefix(comma + 1);
    }
}

/// "09:00+02:00": our export writes the offset that Warsaw has.
model::TimeOfDay local_time(std::string_view text) {
    require(text.ends_with("+01:00") || text.ends_with("+02:00"));
    return required(model::parse_time_of_day(text.substr(0, text.size() - 6)));
}

std::string_view* time_of(std::string_view key, HsdsTimes& times) {
    if (key == "freq") return &times.frequency;
    if (key == "opens_at") return &times.opens_at;
    if (key == "closes_at") return &times.closes_at;
    if (key == "valid_from") return &times.valid_from;
    if (key == "valid_to") return &times.valid_to;
    if (key == "dtstart") return &times.first_day;
    require(key != "until");
    return nullptr;
}

void add_times(const HsdsTimes& times,
               model::Schedule& schedule,
               CardFiller<model::Schedule>& filler) {
    if (!times.frequency.empty() && !filler.has("frequency")) {
        filler.claim("frequency");
        require(times.frequency == "WEEKLY" || times.frequency == "MONTHLY");
        bool weekly = times.frequency == "WEEKLY";
        schedule.frequency = weekly ? model::Frequency::Weekly : model::Frequency::Monthly;
    }
    auto first = times.valid_from.empty() ? times.first_day : times.valid_from;
    if (!first.empty() && !filler.has("valid_from")) {
        filler.claim("valid_from");
        schedule.valid_from = required(model::parse_date(first));
    }
    if (!times.valid_to.empty() && !filler.has("valid_to")) {
        schedule.valid_to = required(model::parse_date(times.valid_to));
    }
    if (!times.opens_at.empty() && !filler.has("starts")) {
        filler.claim("starts");
        schedule.starts = local_time(times.opens_at);
    }
    if (!times.closes_at.empty() && !filler.has("ends")) {
        filler.claim("ends");
        schedule.ends = local_time(times.closes_at);
    }
}

void read_days(std::string_view text,
               model::Schedule& schedule,
               CardFiller<model::Schedule>& filler) {
    filler.claim("days");
    for_each_word(text, [&](std::string_view word) {
        std::string small{word};
        std::ranges::transform(small, small.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        schedule.days.push_back(required(model::parse_schedule_day(small)));
    });
}

void read_month_days(std::string_view text,
                     model::Schedule& schedule,
                     CardFiller<model::Schedule>& filler) {
    filler.claim("month_days");
    for_each_word(text, [&](std::string_view word) {
        int day = 0;
        auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), day);
        require(error == std::errc{} && end == word.data() + word.size());
        require(day >= 0 && day <= 31 && word.size() <= 2);
        schedule.month_days.push_back(day);
    });
}

/// Nothing for an entry that belongs to an earlier one.
std::optional<model::Schedule> read_schedule(ondemand::object object, PlainRecord& record) {
    static const auto& keys = group_keys<model::Schedule>("schedules");
    static constexpr HsdsName kPlainNames[] = {
        {"title", "description"}, {"interval", "interval"}, {"note", "notes"}};
    static const HsdsKeys<model::Schedule> kNames{keys, kPlainNames};
    model::Schedule schedule;
    CardFiller<model::Schedule> filler{schedule, keys};
    HsdsTimes times;
    bool continues = false;
    bool endless = false;
    read_group(object, kNames, filler, record, [&](auto key, ondemand::value& value) {
        if (key == kProfile) {
            for (auto each : value.get_object()) {
                auto inner_key = key_of(each.key().value().raw());
                ondemand::value inner = each.value();
                if (inner_key == "continues") {
                    continues = true;
                    require(!text_of(inner).empty());
                } else if (inner_key == "endless") {
                    endless = true;
                    require(inner.get_bool().value());
                } else {
                    filler.fill(inner_key, inner);
                }
            }
        } else if (key == "byday") {
            read_days(text_of(value), schedule, filler);
        } else if (key == "bymonthday") {
            read_month_days(text_of(value), schedule, filler);
        } else {
            auto* text = time_of(key, times);
            if (!text) return false;
            require(text->empty());
            *text = text_of(value);
        }
        return true;
    });
    if (continues) return std::nullopt;
    require(!(endless && filler.has("valid_to")));
    if (endless) times.valid_to = {};
    add_times(times, schedule, filler);
    filler.finish();
    return schedule;
}

}  // namespace

void read_schedules(ondemand::value& value, PlainRecord& record) {
    auto& schedules = record.service.schedules;
    for (auto member : value.get_array()) {
        auto schedule = read_schedule(member.get_object().value(), record);
        if (schedule) schedules.push_back(std::move(*schedule));
    }
    if (!schedules.empty()) record.filler.claim("schedules");
}

}  // namespace okienko::exchange
