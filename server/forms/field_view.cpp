#include "server/forms/field_view.hpp"

namespace okienko::server {
namespace {

using generator::View;
using language::Language;

/// The ids of what is said about a field: its hint and its error.
std::string described_by(const FieldSaid& said) {
    std::string ids;
    if (!said.hint.empty()) ids += said.name + "-pomoc";
    if (!said.error.empty()) ids += (ids.empty() ? "" : " ") + said.name + "-blad";
    return ids;
}

View field_said(Language language, const FieldSaid& said) {
    View view{language};
    view.value("field_name", said.name);
    view.words("field_label", said.label);
    view.flag("field_optional", said.optional);
    view.flag("field_required", said.required);
    view.words("field_hint", said.hint);
    view.words("field_error", said.error);
    view.value("field_described_by", described_by(said));
    return view;
}

std::vector<View> option_views(Language language,
                               const std::string& first_id,
                               const std::vector<PickOption>& options) {
    std::vector<View> views;
    for (const auto& each : options) {
        bool shared_name = each.name == first_id;
        auto own_id = shared_name ? each.name + "." + each.value : each.name;
        View view{language};
        view.value("option_id", views.empty() ? first_id : own_id);
        view.value("option_name", each.name);
        view.value("option_value", each.value);
        view.words("option_label", each.label);
        view.flag("option_chosen", each.chosen);
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace

View typed_field(Language language, const FieldSaid& said, const TypedField& typed) {
    auto view = field_said(language, said);
    view.value("field_value", typed.value);
    view.flag("field_is_area", typed.type == "area");
    view.value("field_rows", typed.rows);
    view.value("field_type", typed.type);
    view.value("field_autocomplete", typed.autocomplete);
    return view;
}

View picked_field(Language language,
                  const FieldSaid& said,
                  Pick pick,
                  const std::vector<PickOption>& options) {
    auto view = field_said(language, said);
    view.value("pick_type", pick == Pick::Radios ? "radio" : "checkbox");
    view.flag("pick_is_select", pick == Pick::Select);
    view.list("pick_options", option_views(language, said.name, options));
    view.nothing("pick_more");
    return view;
}

void add_second_pick(View& question,
                     Language language,
                     const std::string& name,
                     const std::vector<PickOption>& options) {
    View more{language};
    more.value("more_name", name);
    more.list("more_options", option_views(language, name, options));
    question.object("pick_more", std::move(more));
}

}  // namespace okienko::server
