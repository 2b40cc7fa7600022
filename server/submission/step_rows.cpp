#include "server/submission/step_rows.hpp"

#include <algorithm>

#include "server/forms/field_view.hpp"

namespace okienko::server {
namespace {

using generator::View;
using generator::ViewName;
using generator::Words;
using model::Field;
using model::Kind;
using model::Node;

constexpr ViewName kParts[] = {
    "row_group", "row_member", "row_member_end", "row_group_end", "row_field", "row_pick"};

/// Everything that a template asks of a row is there, one part of it filled.
View row_with(language::Language language, ViewName part, View filled) {
    View row{language};
    for (auto each : kParts) row.nothing(each);
    row.object(part, std::move(filled));
    return row;
}

std::string key_of(std::string_view owner, std::string_view field) {
    return "card." + std::string{owner} + "." + std::string{field};
}

/// What a browser may know of a field: "tel" brings the digits of a telephone to a phone's screen.
std::string input_type(Kind kind) {
    switch (kind) {
        case Kind::Email:
            return "email";
        case Kind::Phone:
            return "tel";
        case Kind::WebAddress:
            return "url";
        default:
            return "text";
    }
}

/// How high an area is: as much as people mostly write.
std::string rows_for(const Field& field) {
    if (field.kind == Kind::Markdown) return "9";
    if (field.kind == Kind::Paragraphs) return "5";
    return field.count == model::Count::List ? "4" : "3";
}

class StepRows {
  public:
    StepRows(const FieldOptions& options, const Words& words, const StepRemarks& beside)
        : options_(options), words_(words), beside_(beside) {}

    void add(std::span<const Field> fields,
             std::string_view owner,
             const Node& cells,
             const std::string& prefix) {
        for (const auto& field : fields) {
            auto name = prefix + std::string{field.key};
            if (field.kind == Kind::Group) {
                add_group(field, owner, cells, name);
            } else {
                add_field(field, owner, cells, name);
            }
        }
    }

    std::vector<View> take() { return std::move(rows_); }

  private:
    [[nodiscard]] View new_view() const { return View{words_.language()}; }

    void push(ViewName part, View filled) {
        rows_.push_back(row_with(words_.language(), part, std::move(filled)));
    }

    [[nodiscard]] std::string hint_of(std::string_view owner, const Field& field) const {
        const auto* hint = words_.find(key_of(owner, field.key) + "_hint");
        return hint && field.kind != Kind::ScheduleDay ? *hint : std::string{};
    }

    /// What is wrong comes before what the office says: it can be mended at once.
    [[nodiscard]] std::string error_at(const std::string& name) const {
        auto fault = std::ranges::find(beside_.faults, name, &CellFault::path);
        if (fault != beside_.faults.end()) return fault_text(*fault, words_);
        auto remark = std::ranges::find(beside_.remarks, name, &model::Remark::field);
        if (remark == beside_.remarks.end()) return {};
        return words_.format("submission.remark", {{"text", remark->text}});
    }

    void add_group(const Field& field,
                   std::string_view owner,
                   const Node& cells,
                   const std::string& name) {
        auto members = cells.groups(field.key);
        // Where at least one is needed, it is there to be filled in.
        bool needed = field.presence == model::Presence::Required;
        if (members.empty() && needed) members.emplace_back(Node::Table{});
        auto error = error_at(name);
        auto group = new_view();
        group.value("group_name", name);
        group.words("group_label", words_[key_of(owner, field.key)]);
        group.words("group_hint", hint_of(owner, field));
        group.words("group_error", error);
        group.value("group_count", std::to_string(members.size()));
        push("row_group", std::move(group));
        for (std::size_t i = 0; i < members.size(); ++i) {
            add_member_rows(field, members[i], name, i + 1);
        }
        auto end = new_view();
        bool full = members.size() >= kMostMembers;
        end.value("add_value", full ? std::string{} : "dodaj:" + name);
        end.words("add_label", words_[key_of(field.key, "add")]);
        push("row_group_end", std::move(end));
    }

    void add_member_rows(const Field& group,
                         const Node& member,
                         const std::string& name,
                         std::size_t number) {
        auto path = name + "." + std::to_string(number);
        auto begin = new_view();
        begin.value("member_name", path);
        begin.words("member_label",
                    words_[key_of(group.key, "one")] + " " + std::to_string(number));
        push("row_member", std::move(begin));
        add(group.fields, group.key, member, path + ".");
        auto end = new_view();
        end.value("remove_value", "usun:" + path);
        end.words("remove_label", words_[key_of(group.key, "remove")]);
        end.value("remove_number", std::to_string(number));
        push("row_member_end", std::move(end));
    }

    void add_field(const Field& field,
                   std::string_view owner,
                   const Node& cells,
                   const std::string& name) {
        auto options = options_.of(field, owner, cells);
        if (has_nothing_to_choose(field, options.size())) return;
        auto control = control_of(field, options.size());
        // A radio button, once chosen, cannot be let go of.
        bool may_be_none =
            control == Control::Radios && field.presence != model::Presence::Required;
        if (may_be_none) options.insert(options.begin(), {{}, words_["form.none"]});
        auto cell = cells.text(field.key);
        auto said = said_of(field, owner, name);
        auto days = control == Control::Days ? days_in(cell) : std::nullopt;
        if (days) {
            push("row_pick", days_field(said, *days));
        } else if (control == Control::Line || control == Control::Area ||
                   control == Control::Days) {
            bool line = control == Control::Line;
            push("row_field",
                 typed_field(words_.language(),
                             said,
                             {.value = cell,
                              .type = line ? input_type(field.kind) : "area",
                              .rows = rows_for(field)}));
        } else {
            push("row_pick", options_field(said, control, options, cell));
        }
    }

    [[nodiscard]] FieldSaid said_of(const Field& field,
                                    std::string_view owner,
                                    const std::string& name) const {
        bool needed = field.presence == model::Presence::Required;
        return {.name = name,
                .label = words_[key_of(owner, field.key)],
                .hint = hint_of(owner, field),
                .error = error_at(name),
                .optional = !needed,
                .required = needed};
    }

    [[nodiscard]] View options_field(const FieldSaid& said,
                                     Control control,
                                     const std::vector<Option>& options,
                                     const std::string& cell) const {
        bool ticks = control == Control::Ticks;
        auto chosen = lines_of(cell);
        std::vector<PickOption> answers;
        for (const auto& each : options) {
            bool is_chosen =
                each.value.empty() ? cell.empty() : std::ranges::count(chosen, each.value) > 0;
            answers.push_back({ticks ? said.name + "." + each.value : said.name,
                               ticks ? "tak" : each.value,
                               each.label,
                               is_chosen});
        }
        if (control == Control::Tick) {
            answers.push_back({said.name, "tak", words_["form.yes"], !cell.empty()});
        }
        auto pick = control == Control::Radios   ? Pick::Radios
                    : control == Control::Select ? Pick::Select
                                                 : Pick::Ticks;
        return picked_field(words_.language(), said, pick, answers);
    }

    [[nodiscard]] View days_field(const FieldSaid& said, const DaysAnswer& days) const {
        std::vector<PickOption> weekdays;
        for (const auto* day : {"mo", "tu", "we", "th", "fr", "sa", "su"}) {
            bool is_chosen = std::ranges::count(days.weekdays, day) > 0;
            weekdays.push_back(
                {said.name + "." + day, "tak", words_["day." + std::string{day}], is_chosen});
        }
        auto view = picked_field(words_.language(), said, Pick::Ticks, weekdays);
        std::vector<PickOption> ordinals;
        auto name = said.name + ".ordinal";
        for (const auto* ordinal : {"", "1", "2", "3", "4", "5", "-1"}) {
            std::string key{*ordinal == '\0' ? "every" : *ordinal == '-' ? "last" : ordinal};
            ordinals.push_back(
                {name, ordinal, words_["day_of_month." + key], days.ordinal == ordinal});
        }
        add_second_pick(view, words_.language(), name, ordinals);
        return view;
    }

    const FieldOptions& options_;
    const Words& words_;
    const StepRemarks& beside_;
    std::vector<View> rows_;
};

}  // namespace

std::vector<View> step_rows(const CardRef& card,
                            const FormStep& step,
                            const Node& cells,
                            const FieldOptions& options,
                            const Words& words,
                            const StepRemarks& beside) {
    StepRows rows{options, words, beside};
    rows.add(asked_fields(card.kind, step), word_of(card.kind), cells, {});
    return rows.take();
}

std::string fault_text(const CellFault& fault, const Words& words) {
    if (fault.rule) return words.format("card_rule." + fault.word, *fault.rule);
    auto key = "card_error." + fault.word;
    if (!words.find(key)) return words["form_error." + fault.word];
    return words.format(key,
                        {{"n", std::to_string(fault.typed)}, {"most", std::to_string(fault.most)}});
}

std::string under_label(const std::string& label, const std::string& text) {
    bool asks = label.ends_with('?');
    return label + (asks ? " " : ": ") + text;
}

std::string field_label(CardKind kind, std::string_view path, const Words& words) {
    std::string owner{word_of(kind)};
    std::string label;
    std::string group;
    while (!path.empty()) {
        auto part = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        bool is_number = part.find_first_not_of("0123456789") == std::string_view::npos;
        if (is_number) {
            label = words[key_of(group, "one")] + " " + std::string{part};
            owner = group;
            continue;
        }
        if (const auto* word = words.find(key_of(owner, part))) {
            label += (label.empty() ? "" : ": ") + *word;
        }
        group = std::string{part};
    }
    return label;
}

const FormStep& step_of_path(CardKind kind, std::string_view path) {
    const auto* step = step_asking(kind, path.substr(0, path.find('.')));
    return step ? *step : steps_of(kind).front();
}

}  // namespace okienko::server
