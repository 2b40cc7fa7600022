#include "cli/problem_text.hpp"

#include <tuple>

#include "language/utf8.hpp"

namespace okienko::cli {
namespace {

struct PositionText {
    std::string operator()(const model::SourcePosition& at) const {
        return at.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
    }
    std::string operator()(const model::RecordPosition& at) const {
        return "catalogue.db: " + at.table + " " + at.slug + ", pole " + at.field + ": ";
    }
};

/// Spaces up to the column, tabs kept, so that the caret stands under its character.
std::string indent_to(std::string_view line, int column) {
    std::string indent;
    std::size_t at = 0;
    for (int i = 1; i < column && at < line.size(); ++i) {
        indent += line[at] == '\t' ? '\t' : ' ';
        std::ignore = language::next_character(line, at);
    }
    return indent;
}

}  // namespace

std::string problem_text(const model::Problem& problem) {
    std::string text = std::visit(PositionText{}, problem.at) + problem.message;
    if (!problem.remedy.empty()) text += " (" + problem.remedy + ")";
    text += "\n";
    const auto* at = std::get_if<model::SourcePosition>(&problem.at);
    if (at && !problem.source_line.empty()) {
        text += "    " + problem.source_line + "\n    " +
                indent_to(problem.source_line, at->column - problem.source_column + 1) + "^\n";
    }
    return text;
}

void print_problems(std::ostream& out, const model::Problems& problems) {
    for (const auto& problem : problems) out << problem_text(problem);
}

}  // namespace okienko::cli
