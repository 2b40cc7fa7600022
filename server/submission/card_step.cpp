#include "server/submission/card_step.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

#include "exchange/node_table.hpp"
#include "model/schedule.hpp"
#include "server/submission/cell_check.hpp"

namespace okienko::server {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Node;

constexpr std::size_t kMostRadios = 9;
constexpr std::string_view kTicked = "tak";

bool has_lines(const Field& field) {
    return field.count == Count::List || field.kind == Kind::Paragraphs ||
           field.kind == Kind::Markdown;
}

std::string posted_days(const std::string& name, const FormFields& posted) {
    auto ordinal = posted.line(name + ".ordinal");
    std::vector<std::string> days;
    for (const auto* day : {"mo", "tu", "we", "th", "fr", "sa", "su"}) {
        if (posted.has(name + "." + day)) days.push_back(ordinal + day);
    }
    return cell_of(days);
}

/// Boxes have no order, but a card has: its first domain is the main one. What was ticked before
/// keeps its place.
std::string posted_ticks(const std::string& name,
                         const std::string& before,
                         const FormFields& posted,
                         const std::vector<Option>& options) {
    auto is_ticked = [&](const std::string& value) { return posted.has(name + "." + value); };
    auto ticked = lines_of(before);
    std::erase_if(ticked, std::not_fn(is_ticked));
    for (const auto& option : options) {
        if (is_ticked(option.value) && std::ranges::count(ticked, option.value) == 0) {
            ticked.push_back(option.value);
        }
    }
    return cell_of(ticked);
}

/// "www.razem.example" is what people read out; a browser asks by https first, too.
std::string whole_address(const std::string& typed) {
    bool bare = typed.starts_with("www.") && typed.find(' ') == std::string::npos;
    return bare ? "https://" + typed : typed;
}

std::string posted_cell(const Field& field,
                        const std::string& name,
                        const std::string& before,
                        const FormFields& posted,
                        const std::vector<Option>& options) {
    switch (control_of(field, options.size())) {
        case Control::Days:
            if (posted.has(name + ".ordinal")) return posted_days(name, posted);
            return posted.text(name);
        case Control::Tick:
            return std::string{posted.has(name) ? kTicked : std::string_view{}};
        case Control::Ticks:
            return posted_ticks(name, before, posted, options);
        case Control::Area:
            return has_lines(field) ? posted.text(name) : posted.line(name);
        case Control::Line:
        case Control::Radios:
        case Control::Select:
            break;
    }
    auto line = posted.line(name);
    return field.kind == Kind::WebAddress ? whole_address(line) : line;
}

/// 0 when it is none.
std::size_t number_in(const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// How many members a group has once a page with `posted` of them was sent. A click on "add" that
/// is sent twice leaves an empty one behind, which goes.
std::size_t members_kept(const Node::Array& members, std::size_t posted) {
    auto kept = members.size();
    while (kept > posted && is_blank(members[kept - 1])) --kept;
    return std::max(kept, std::min(posted, std::max(kMostMembers, members.size())));
}

class Taking {
  public:
    Taking(const FormFields& posted, const FieldOptions& options)
        : posted_(posted), options_(options) {}

    void take(Node& cells,
              std::span<const Field> fields,
              std::string_view owner,
              const std::string& prefix) const {
        for (const auto& field : fields) {
            auto name = prefix + std::string{field.key};
            if (field.kind == Kind::Group) {
                take_group(cells, field, name);
            } else {
                auto options = options_.of(field, owner, cells);
                if (has_nothing_to_choose(field, options.size())) continue;
                set_cell(cells,
                         field.key,
                         posted_cell(field, name, cells.text(field.key), posted_, options));
            }
        }
    }

  private:
    void take_group(Node& cells, const Field& field, const std::string& name) const {
        auto members = exchange::take_list(cells, field.key);
        auto posted = number_in(posted_.line(name + ".count"));
        members.resize(members_kept(members, posted), Node{Node::Table{}});
        for (std::size_t i = 0; i < std::min(posted, members.size()); ++i) {
            take(members[i], field.fields, field.key, name + "." + std::to_string(i + 1) + ".");
        }
        if (!members.empty()) exchange::put(cells, field.key, Node{std::move(members)});
    }

    const FormFields& posted_;
    const FieldOptions& options_;
};

const Field* group_named(std::span<const Field> fields, std::string_view key) {
    auto found = std::ranges::find(fields, key, &Field::key);
    return found == fields.end() || found->kind != Kind::Group ? nullptr : &*found;
}

/// The list of a group's members that a path leads to, "fees" or "schedules.1.exceptions", made
/// when it is not there yet; and what follows it in the path.
struct Members {
    Node::Array* list = nullptr;
    std::string_view rest;
};

Members members_at(Node& cells, std::span<const Field> fields, std::string_view path) {
    auto dot = path.find('.');
    auto key = path.substr(0, dot);
    const auto* group = group_named(fields, key);
    if (!group) return {};
    if (!cells.find(key)) exchange::put(cells, key, Node{Node::Array{}});
    auto& entries = exchange::table_of(cells);
    auto entry = std::ranges::find(entries, key, &model::DocumentEntry::key);
    auto* list = std::get_if<Node::Array>(&entry->value.value);
    if (!list) return {};
    auto rest = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    auto further = rest.find('.');
    if (further == std::string_view::npos) return {list, rest};
    auto number = number_in(std::string{rest.substr(0, further)});
    if (number == 0 || number > list->size()) return {};
    return members_at((*list)[number - 1], group->fields, rest.substr(further + 1));
}

}  // namespace

Control control_of(const Field& field, std::size_t options) {
    if (field.kind == Kind::ScheduleDay) return Control::Days;
    if (field.kind == Kind::Boolean) return Control::Tick;
    if (options > 0) {
        if (field.count == Count::List) return Control::Ticks;
        return options > kMostRadios ? Control::Select : Control::Radios;
    }
    constexpr int kLongLine = 160;
    return has_lines(field) || (field.kind == Kind::Text && field.limit > kLongLine)
               ? Control::Area
               : Control::Line;
}

bool has_nothing_to_choose(const Field& field, std::size_t options) {
    return field.kind == Kind::Slug && options == 0 && field.presence != model::Presence::Required;
}

void take_posted(Node& cells,
                 std::span<const Field> fields,
                 std::string_view owner,
                 const FormFields& posted,
                 const FieldOptions& options) {
    Taking{posted, options}.take(cells, fields, owner, {});
}

bool add_member(Node& cells, std::span<const Field> fields, std::string_view path) {
    auto members = members_at(cells, fields, path);
    if (!members.list || !members.rest.empty() || members.list->size() >= kMostMembers) {
        return false;
    }
    members.list->push_back(Node{Node::Table{}});
    return true;
}

bool remove_member(Node& cells, std::span<const Field> fields, std::string_view path) {
    auto members = members_at(cells, fields, path);
    auto number = number_in(std::string{members.rest});
    if (!members.list || number == 0 || number > members.list->size()) return false;
    members.list->erase(members.list->begin() + static_cast<std::ptrdiff_t>(number - 1));
    return true;
}

std::optional<DaysAnswer> days_in(const std::string& cell) {
    DaysAnswer answer;
    std::optional<int> ordinal;
    for (const auto& line : lines_of(cell)) {
        auto day = model::parse_schedule_day(line);
        if (!day || (ordinal && *ordinal != day->ordinal)) return std::nullopt;
        ordinal = day->ordinal;
        answer.weekdays.push_back(model::to_string({0, day->weekday}));
    }
    if (ordinal && *ordinal != 0) answer.ordinal = std::to_string(*ordinal);
    return answer;
}

}  // namespace okienko::server
