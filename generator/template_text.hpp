#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/words.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// A template or a component as it stands in a theme.
struct ThemeFile {
    std::string name;  ///< For messages: "themes/default/pages/service.mustache".
    std::string text;
};

/// A page template with its components and words put in: what Mustache parses. It remembers which
/// byte came from where, so that a mistake is shown in the file that a person edits.
struct TemplateText {
    struct Piece {
        std::size_t begin;  ///< Offset in `text`.
        const ThemeFile* file;
        std::size_t file_begin;  ///< Offset in the file's text.
    };
    std::string text;
    std::vector<Piece> pieces;
    const ThemeFile* page = nullptr;  ///< The template itself.
};

/// One "{{…}}" of a template.
struct TemplateTag {
    std::size_t begin;  ///< Offset of the first brace.
    std::size_t end;    ///< Offset after the last brace.
    char kind;  ///< One of # ^ / > ! = & {, L for `{{lang name}}`, or a space for an escaped
                ///< variable.
    std::string_view name;
};

/// Every tag of a text, in order. A tag that is never closed ends the list.
std::vector<TemplateTag> template_tags(std::string_view text);

/// The files of all layers by their path in a theme: "pages/service.mustache".
using ThemeFiles = std::map<std::string, ThemeFile>;

/// Inlines `{{> name}}` as components/<name>/<name>.mustache and `{{t.key}}` as the word in that
/// language, drops comments, and reports: a component or a word that does not exist (with the
/// nearest one), components that contain themselves, an unescaped variable whose name does not end
/// in "_html", a dotted name, a tag that is not closed.
TemplateText assemble_template(const ThemeFile& page,
                               const ThemeFiles& files,
                               const Words& words,
                               model::Problems& problems);

/// A problem at a place of an assembled template, shown in the file the place came from.
model::Problem problem_in_template(const TemplateText& text,
                                   std::size_t offset,
                                   std::string message,
                                   std::string remedy = {});

}  // namespace okienko::generator
