#include "exchange/foreign_groups.hpp"

#include "exchange/hsds_names.hpp"
#include "exchange/hsds_schedule.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "model/service.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

Node day_list(model::Date date) {
    model::ScheduleDay day{0, std::chrono::weekday{std::chrono::sys_days{date}}};
    return Node{Node::Array{Node{model::to_string(day)}}};
}

/// The days that the rule wants, and only those; where none are said, the day of the start.
void settle_days(Node& schedule, const std::string& frequency, model::Date start) {
    bool has_days = schedule.find("days") || schedule.find("month_days");
    if (frequency == "weekly" && !schedule.find("days")) {
        put(schedule, "days", day_list(start));
    } else if (frequency == "monthly" && !has_days) {
        put(schedule,
            "month_days",
            Node{Node::Array{Node{std::int64_t{static_cast<unsigned>(start.day())}}}});
    }
    if (frequency != "monthly" || schedule.find("days")) pull(schedule, "month_days");
}

}  // namespace

void complete_fee(Node& option) {
    auto said = option.text("option");
    if (said.empty()) put(option, "option", Node{std::string{"Opłata"}});
    auto currency = option.text("currency");
    if (!option.find("amount") || (!currency.empty() && currency != "PLN")) {
        auto note = option.text("amount_description");
        if (auto amount = pull(option, "amount")) {
            std::string written;
            append_json(written, *amount);
            note += (note.empty() ? "" : ", ") + written + " " + currency;
        }
        put(option, "amount", Node{std::int64_t{0}});
        put(option,
            "amount_description",
            Node{note.empty() ? "Źródło nie podaje kwoty – zapytaj." : note});
    }
    put(option, kProfile, ObjectMaker{}.add("per", "use").done());
}

void complete_document(Node& document) {
    put(document, "form", Node{std::string{"other"}});
    put(document, "proves", Node{std::string{"Nie podano w źródle – zapytaj."}});
    put(document, "necessity", Node{std::string{"always"}});
}

void complete_capacity(Node& capacity) {
    auto unit = capacity.text("unit");
    if (!model::from_name<model::CapacityUnit>(unit)) {
        put(capacity, "unit", Node{std::string{"places"}});
    }
    if (!capacity.find("description")) {
        put(capacity, "description", Node{unit.empty() ? std::string{"miejsca"} : unit});
    }
}

void add_loose_contacts(Node& object, Node::Array& contacts) {
    auto mail = object.find("email") ? *object.find("email") : Node{std::string{}};
    for (auto& phone : pull_list(object, "phones")) {
        if (!is_table(phone)) continue;
        auto said = pull(phone, "description");
        ObjectMaker contact;
        contact.add("role", said ? *said : Node{std::string{"Telefon"}});
        if (auto number = pull(phone, "number")) contact.add("phone", std::move(*number));
        if (auto extension = pull(phone, "extension")) {
            if (const auto* whole = extension->as<std::int64_t>()) {
                contact.add("extension", std::to_string(*whole));
            }
        }
        contacts.push_back(contact.done());
    }
    const auto* address = mail.as<std::string>();
    if (address && !address->empty()) {
        contacts.push_back(ObjectMaker{}.add("role", "E-mail").add("email", *address).done());
    }
}

std::optional<std::string> complete_schedule(Node& schedule, model::Date today) {
    auto starts = schedule.time("starts");
    auto ends = schedule.time("ends");
    if (!starts || !ends) return std::string{"nie ma godzin"};
    if (*ends <= *starts) return std::string{"kończy się po północy"};
    auto from = hsds_date(schedule.text("valid_from"));
    bool has_days = schedule.find("days") || schedule.find("month_days");
    auto frequency = schedule.text("frequency");
    if (frequency.empty()) frequency = has_days ? "weekly" : "once";
    if (!from && !has_days) return std::string{"nie ma dni"};
    auto start = from.value_or(today);
    settle_days(schedule, frequency, start);
    for (const auto& day : schedule.texts("days")) {
        auto known = model::parse_schedule_day(day);
        if (!known || (frequency == "weekly" && known->ordinal != 0)) {
            return std::string{"ma dni, których nie umiemy zapisać"};
        }
    }
    put(schedule, "frequency", Node{frequency});
    put(schedule, "valid_from", Node{start});
    if (!schedule.find("title")) put(schedule, "title", Node{std::string{"Godziny"}});
    put(schedule, "holidays", Node{std::string{"closed"}});
    put(schedule, "booking", Node{std::string{"recommended"}});
    return std::nullopt;
}

}  // namespace okienko::exchange
