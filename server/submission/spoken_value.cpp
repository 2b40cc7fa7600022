#include "server/submission/spoken_value.hpp"

#include <algorithm>

#include "model/schedule.hpp"

namespace okienko::server {
namespace {

using model::Field;
using model::Kind;

struct Found {
    const Field* field = nullptr;
    std::string owner;  ///< The card or group whose field it is.
};

Found field_at(CardKind kind, std::string_view path) {
    auto fields = fields_of(kind);
    std::string owner{word_of(kind)};
    while (true) {
        auto key = path.substr(0, path.find('.'));
        auto field = std::ranges::find(fields, key, &Field::key);
        if (field == fields.end()) return {};
        path.remove_prefix(std::min(path.size(), key.size() + 1));
        if (field->kind != Kind::Group) return {&*field, owner};
        path.remove_prefix(std::min(path.size(), path.find('.') + 1));
        fields = field->fields;
        owner = field->key;
    }
}

/// "3we" → "środa (trzeci)": the ordinal is of "day", for it does not agree with each name.
std::string day_name(const std::string& text, const generator::Words& words) {
    auto day = model::parse_schedule_day(text);
    if (!day) return text;
    auto name = words["day." + model::to_string({0, day->weekday})];
    if (day->ordinal == 0) return name;
    auto ordinal = day->ordinal < 0 ? std::string{"last"} : std::to_string(day->ordinal);
    return name + " (" + words["day_of_month." + ordinal] + ")";
}

}  // namespace

std::string spoken_value(const model::Node& card,
                         CardKind kind,
                         std::string_view path,
                         const std::string& text,
                         const FieldOptions& options,
                         const generator::Words& words) {
    auto [field, owner] = field_at(kind, path);
    if (!field) return text;
    auto among = options.of(*field, owner, card);
    bool days = field->kind == Kind::ScheduleDay;
    if (among.empty() && !days) return text;
    std::vector<std::string> spoken;
    for (const auto& line : lines_of(text)) {
        auto option = std::ranges::find(among, line, &Option::value);
        spoken.push_back(days                    ? day_name(line, words)
                         : option == among.end() ? line
                                                 : option->label);
    }
    return cell_of(spoken);
}

}  // namespace okienko::server
