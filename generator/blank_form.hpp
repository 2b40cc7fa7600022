#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"
#include "model/date.hpp"
#include "model/document.hpp"
#include "model/field.hpp"

namespace okienko::generator {

/// What is left free for a person to fill in with a pen.
enum class BlankKind {
    Line,       ///< A line to write on.
    Area,       ///< Several lines.
    Choice,     ///< One box to tick among several.
    Choices,    ///< Boxes of which several may be ticked.
    Table,      ///< Columns with empty rows, or with rows that have names.
    Statement,  ///< A sentence with a box before it.
    Signature,  ///< A place for a date and a signature.
    Text,       ///< Nothing to fill in: a paragraph to read.
};

struct Blank {
    BlankKind kind = BlankKind::Line;
    std::string label;
    std::string hint;
    std::vector<std::string> options;
    std::string other;                 ///< A last option with a line behind it.
    int lines = 3;                     ///< Of an Area.
    std::vector<std::string> columns;  ///< Of a Table.
    std::vector<std::string> row_names;
    int rows = 8;       ///< Empty ones, where rows have no names.
    bool tick = false;  ///< Whether cells have boxes.
    bool operator==(const Blank&) const = default;
};

struct FormPart {
    std::string title;
    std::string text;       ///< Paragraphs.
    bool new_page = false;  ///< Whether it begins on a sheet of its own.
    std::vector<Blank> blanks;
    bool operator==(const FormPart&) const = default;
};

/// A form to print and fill in by hand: content/formularze/<slug>.toml
/// (docs/reference/formularze.md). It is the form of the library's document of the same slug, or a
/// document of its own.
struct BlankForm {
    std::string file;  ///< "formularze/wniosek-o-uslugi.toml", relative to content/.
    std::string slug;
    std::string title;
    std::string summary;
    std::string annex;  ///< "Załącznik nr 3"; may be empty.
    model::Date date{};
    std::string version;
    std::string instructions;  ///< Paragraphs.
    std::vector<FormPart> parts;
    bool operator==(const BlankForm&) const = default;
};

/// Every key of the file, for the reader and for the documentation test.
std::span<const model::Field> blank_form_fields();

/// Reads one definition; nothing when it has problems, which it adds.
std::optional<BlankForm> read_blank_form(std::string_view file,
                                         std::string text,
                                         model::Problems& problems);

/// Whether a file of content/ is such a definition.
bool is_blank_form(std::string_view file);

}  // namespace okienko::generator

template <>
struct okienko::model::Choice<okienko::generator::BlankKind> {
    static constexpr std::array<std::string_view, 8> kNames{
        "line", "area", "choice", "choices", "table", "statement", "signature", "text"};
};
