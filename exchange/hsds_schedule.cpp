#include "exchange/hsds_schedule.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "exchange/hsds_names.hpp"
#include "exchange/node_table.hpp"
#include "language/local_time.hpp"

namespace okienko::exchange {
namespace {

using model::Date;
using model::Node;
using model::TimeOfDay;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr std::string_view kZone = "Europe/Warsaw";
constexpr TimeOfDay kMidnight{24 * 60};

minutes utc_offset(Date date) {
    return language::local_time(language::utc_of(date, minutes{12 * 60}, kZone), kZone).utc_offset;
}

/// "09:00+02:00". The end of a day is its last minute, as the field guidance of HSDS has it.
std::string hsds_time(TimeOfDay time, minutes offset) {
    auto text = model::to_iso(time == kMidnight ? time - minutes{1} : time);
    return text + (offset < minutes{0} ? "-" : "+") + model::to_iso(abs(offset));
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::toupper(c));
    });
    return text;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return text;
}

template <class T, class Write>
std::string joined(const std::vector<T>& values, Write write) {
    std::string text;
    for (const auto& value : values) text += (text.empty() ? "" : ",") + write(value);
    return text;
}

/// The days on which the rule itself does not hold, in order.
std::vector<Date> broken_days(const model::Schedule& schedule) {
    std::vector<Date> dates;
    for (const auto& exception : schedule.exceptions) {
        if (exception.kind != model::ExceptionKind::Extra) dates.push_back(exception.date);
    }
    std::sort(dates.begin(), dates.end());
    return dates;
}

struct Span {
    Date from;
    std::optional<Date> to;
};

/// The validity without the broken days.
std::vector<Span> spans(const model::Schedule& schedule) {
    std::vector<Span> all;
    auto from = schedule.valid_from;
    for (auto day : broken_days(schedule)) {
        if (day < from || (schedule.valid_to && *schedule.valid_to < day)) continue;
        if (from < day) all.push_back({from, Date{sys_days{day} - days{1}}});
        from = sys_days{day} + days{1};
    }
    if (!schedule.valid_to || from <= *schedule.valid_to) all.push_back({from, schedule.valid_to});
    if (all.empty()) all.push_back({schedule.valid_from, schedule.valid_to});
    return all;
}

class ScheduleMaker {
  public:
    ScheduleMaker(const model::Schedule& schedule, std::string id, std::string location)
        : schedule_(schedule), id_(std::move(id)), location_(std::move(location)) {}

    Node::Array entries(Node card) {
        auto parts = spans(schedule_);
        Node::Array all;
        auto first = ordinary(parts.front(), id_);
        first.add(kProfile, profile(std::move(card), parts));
        all.push_back(first.done());
        for (const auto& part : std::span{parts}.subspan(1)) {
            auto object = ordinary(part, name_uuid(id_ + model::to_iso(part.from)));
            object.add(kProfile, continuation());
            all.push_back(object.done());
        }
        for (const auto& exception : schedule_.exceptions) {
            if (exception.kind != model::ExceptionKind::Closed && exception.starts) {
                all.push_back(special_day(exception));
            }
        }
        return all;
    }

  private:
    [[nodiscard]] ObjectMaker ordinary(const Span& part, const std::string& id) const {
        auto offset = utc_offset(schedule_.valid_from);
        ObjectMaker object;
        object.add("id", id);
        if (!location_.empty()) object.add("location_id", location_);
        object.add("valid_from", Node{part.from});
        if (part.to) object.add("valid_to", Node{*part.to});
        object.add("dtstart", Node{schedule_.valid_from});
        object.add("timezone", Node{std::int64_t{offset.count() / 60}});
        if (schedule_.frequency != model::Frequency::Once) {
            bool weekly = schedule_.frequency == model::Frequency::Weekly;
            object.add("freq", weekly ? "WEEKLY" : "MONTHLY");
            object.add("interval", Node{std::int64_t{schedule_.interval}});
            object.add("wkst", "MO");
        }
        if (!schedule_.days.empty()) {
            object.add("byday", joined(schedule_.days, [](model::ScheduleDay day) {
                           return upper(model::to_string(day));
                       }));
        }
        if (!schedule_.month_days.empty()) {
            object.add("bymonthday",
                       joined(schedule_.month_days, [](int day) { return std::to_string(day); }));
        }
        object.add("description", schedule_.title);
        object.add("opens_at", hsds_time(schedule_.starts, offset));
        object.add("closes_at", hsds_time(schedule_.ends, offset));
        if (!schedule_.note.empty()) object.add("notes", schedule_.note);
        return object;
    }

    /// What HSDS has no place for, and what the splitting hides.
    [[nodiscard]] Node profile(Node card, const std::vector<Span>& parts) const {
        ObjectMaker extra;
        for (auto& entry : table_of(card)) {
            bool native = entry.key == "title" || entry.key == "note" || entry.key == "days" ||
                          entry.key == "month_days" || entry.key == "interval";
            bool time = entry.key == "starts" || entry.key == "ends";
            bool frequency = entry.key == "frequency";
            if (native) continue;
            if (time && *entry.value.as<std::string>() != model::to_iso(kMidnight)) continue;
            if (frequency && schedule_.frequency != model::Frequency::Once) continue;
            if (entry.key == "valid_from" && schedule_.valid_from == parts.front().from) continue;
            if (entry.key == "valid_to" && schedule_.valid_to == parts.front().to) continue;
            extra.add(entry.key, std::move(entry.value));
        }
        // Split away: the whole has no end although its first part has one.
        if (!schedule_.valid_to && parts.front().to) extra.add("endless", Node{true});
        return extra.done();
    }

    [[nodiscard]] Node continuation() const { return ObjectMaker{}.add("continues", id_).done(); }

    [[nodiscard]] Node special_day(const model::ScheduleException& exception) const {
        auto offset = utc_offset(exception.date);
        ObjectMaker object;
        object.add("id", name_uuid(id_ + "special" + model::to_iso(exception.date)));
        if (!location_.empty()) object.add("location_id", location_);
        return object.add("valid_from", Node{exception.date})
            .add("valid_to", Node{exception.date})
            .add("dtstart", Node{exception.date})
            .add("timezone", Node{std::int64_t{offset.count() / 60}})
            .add("description", schedule_.title)
            .add("opens_at", hsds_time(*exception.starts, offset))
            .add("closes_at", hsds_time(*exception.ends, offset))
            .add("notes", exception.note)
            .add(kProfile, continuation())
            .done();
    }

    const model::Schedule& schedule_;
    std::string id_;
    std::string location_;
};

std::optional<int> two_digits(std::string_view text) {
    if (text.size() != 2 || !std::isdigit(static_cast<unsigned char>(text[0])) ||
        !std::isdigit(static_cast<unsigned char>(text[1]))) {
        return std::nullopt;
    }
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// "+02:00", "-0500", "Z"; nothing when the text says no offset.
std::optional<minutes> offset_of(std::string_view zone) {
    if (zone == "Z" || zone == "z") return minutes{0};
    if (zone.size() < 3 || (zone[0] != '+' && zone[0] != '-')) return std::nullopt;
    auto hours = two_digits(zone.substr(1, 2));
    auto rest = zone.substr(3);
    if (rest.starts_with(':')) rest.remove_prefix(1);
    auto more = rest.empty() ? std::optional{0} : two_digits(rest);
    if (!hours || !more) return std::nullopt;
    auto offset = minutes{*hours * 60 + *more};
    return zone[0] == '-' ? -offset : offset;
}

/// "09:00+02:00" → "09:00" on a clock in Warsaw. A time that bears an offset which Warsaw has at
/// some time of the year is already what the clock shows.
std::optional<std::string> local_clock(std::string_view text, Date date) {
    auto at = text.rfind('T');
    if (at != std::string_view::npos) text.remove_prefix(at + 1);
    auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() < colon + 3) {
        return std::nullopt;
    }
    auto hours = (colon == 1 ? "0" : "") + std::string{text.substr(0, colon)};
    auto time = model::parse_time_of_day(hours + ":" + std::string{text.substr(colon + 1, 2)});
    if (!time) return std::nullopt;
    auto zone = text.substr(colon + 3);
    if (zone.starts_with(':')) {
        auto end = zone.find_first_of("Zz+-");
        zone = end == std::string_view::npos ? std::string_view{} : zone.substr(end);
    }
    auto offset = offset_of(zone);
    if (!offset || *offset == minutes{60} || *offset == minutes{120}) return model::to_iso(*time);
    auto local = *time - *offset + utc_offset(date);
    constexpr minutes kDay{24 * 60};
    return model::to_iso((local % kDay + kDay) % kDay);
}

void put_list(Node& card, std::string_view key, const Node& joined_text, bool numbers) {
    Node::Array members;
    std::string_view text = *joined_text.as<std::string>();
    while (!text.empty()) {
        auto end = text.find(',');
        std::string each{text.substr(0, end)};
        std::erase(each, ' ');
        if (each.starts_with('+')) each.erase(0, 1);
        if (numbers && !each.empty() &&
            std::all_of(
                each.begin(), each.end(), [](unsigned char c) { return std::isdigit(c); }) &&
            each.size() < 3) {
            members.emplace_back(
                std::int64_t{std::stoi(each)}, joined_text.line, joined_text.column);
        } else if (!each.empty()) {
            members.emplace_back(lower(each), joined_text.line, joined_text.column);
        }
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    if (!members.empty())
        put(card, key, Node{std::move(members), joined_text.line, joined_text.column});
}

}  // namespace

std::optional<Date> hsds_date(std::string_view text) {
    return text.size() > 10 && (text[10] == 'T' || text[10] == ' ')
               ? model::parse_date(text.substr(0, 10))
               : model::parse_date(text);
}

Node::Array hsds_schedule(const model::Schedule& schedule,
                          Node card,
                          const std::string& id,
                          const std::string& location) {
    return ScheduleMaker{schedule, id, location}.entries(std::move(card));
}

namespace {

void take_period(Node& schedule, Node& card) {
    if (!card.find("valid_from")) {
        if (auto start = take(schedule, "dtstart")) put(card, "valid_from", std::move(*start));
    }
    if (!card.find("valid_to")) {
        if (auto until = take(schedule, "until")) put(card, "valid_to", std::move(*until));
    }
}

void take_rule(Node& schedule, Node& card) {
    if (auto frequency = take(schedule, "freq"); frequency && frequency->as<std::string>()) {
        frequency->value = lower(*frequency->as<std::string>());
        put(card, "frequency", std::move(*frequency));
    }
    if (auto byday = take(schedule, "byday"); byday && byday->as<std::string>()) {
        put_list(card, "days", *byday, false);
    }
    if (auto days = take(schedule, "bymonthday"); days && days->as<std::string>()) {
        put_list(card, "month_days", *days, true);
    }
}

void take_hours(Node& schedule, Node& card) {
    auto from = hsds_date(card.text("valid_from")).value_or(Date{sys_days{}});
    for (auto [key, hsds] : {HsdsName{"starts", "opens_at"}, HsdsName{"ends", "closes_at"}}) {
        auto time = take(schedule, hsds);
        if (!time || !time->as<std::string>()) continue;
        if (auto clock = local_clock(*time->as<std::string>(), from)) time->value = *clock;
        put(card, key, std::move(*time));
    }
}

}  // namespace

std::optional<Node> schedule_card(Node schedule) {
    auto extra = take(schedule, kProfile);
    if (extra && extra->find("continues")) return std::nullopt;
    Node card{Node::Table{}, schedule.line, schedule.column};
    for (const auto& [key, hsds] : kScheduleNames) {
        if (auto value = take(schedule, hsds)) put(card, key, std::move(*value));
    }
    take_period(schedule, card);
    take_rule(schedule, card);
    take_hours(schedule, card);
    if (!extra || !is_table(*extra)) return card;
    if (take(*extra, "endless")) take(card, "valid_to");
    for (auto& entry : table_of(*extra)) put(card, entry.key, std::move(entry.value));
    return card;
}

}  // namespace okienko::exchange
