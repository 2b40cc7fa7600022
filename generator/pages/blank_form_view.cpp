#include "generator/pages/blank_form_view.hpp"

#include <string>
#include <vector>

#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

std::vector<View> empty_rows(int count) {
    return std::vector<View>(static_cast<std::size_t>(count), View{language::Language::Polish});
}

std::vector<View> cells(std::size_t count, bool tick) {
    View cell{language::Language::Polish};
    cell.flag("cell_tick", tick);
    return std::vector<View>(count, cell);
}

/// Rows with names, whose first cell is the name, or as many empty ones as were asked for.
std::vector<View> table_rows(const Blank& blank) {
    std::vector<View> rows;
    for (const auto& name : blank.row_names) {
        View row{language::Language::Polish};
        row.words("table_row_name", name);
        row.list("table_cells", cells(blank.columns.size() - 1, blank.tick));
        rows.push_back(std::move(row));
    }
    if (!rows.empty()) return rows;
    View row{language::Language::Polish};
    row.nothing("table_row_name");
    row.list("table_cells", cells(blank.columns.size(), blank.tick));
    return std::vector<View>(static_cast<std::size_t>(blank.rows), row);
}

View blank_view(const Blank& blank) {
    View view{language::Language::Polish};
    view.value("blank_kind", std::string{model::name(blank.kind)});
    view.words("blank_label", blank.label);
    view.words("blank_hint", blank.hint);
    for (auto name : model::Choice<BlankKind>::kNames) {
        view.flag(ViewName{view_key("is_", name)}, name == model::name(blank.kind));
    }
    view.list("options", text_rows(language::Language::Polish, "option_text", blank.options));
    view.words("blank_other", blank.other);
    view.list("blank_lines", empty_rows(blank.kind == BlankKind::Area ? blank.lines : 0));
    bool table = blank.kind == BlankKind::Table;
    view.list("columns", text_rows(language::Language::Polish, "column_title", blank.columns));
    view.list("table_rows", table ? table_rows(blank) : std::vector<View>{});
    return view;
}

}  // namespace

void set_blank_form(View& view, const BlankForm& form) {
    view.words("form_annex", form.annex);
    set_rows(
        view, "form_instructions", paragraph_rows(language::Language::Polish, form.instructions));
    std::vector<View> parts;
    for (const auto& part : form.parts) {
        std::vector<View> blanks;
        for (const auto& blank : part.blanks) blanks.push_back(blank_view(blank));
        View row{language::Language::Polish};
        row.value("part_id", "czesc-" + std::to_string(parts.size() + 1));
        row.words("part_title", part.title);
        row.flag("part_new_page", part.new_page);
        row.list("part_text", paragraph_rows(language::Language::Polish, part.text));
        row.list("blanks", std::move(blanks));
        parts.push_back(std::move(row));
    }
    view.list("form_parts", std::move(parts));
}

}  // namespace okienko::generator
