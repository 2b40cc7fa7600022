#pragma once

#include <string>
#include <variant>
#include <vector>

namespace okienko::model {

/// A place in a file that a person edits. Lines and columns count from 1, columns in characters:
/// "ż" is one.
struct SourcePosition {
    std::string file;
    int line = 1;
    int column = 1;
    bool operator==(const SourcePosition&) const = default;
};

/// A place in the catalogue: table, slug of the row, field as in docs/reference/karta-uslugi.md.
struct RecordPosition {
    std::string table;
    std::string slug;
    std::string field;
    bool operator==(const RecordPosition&) const = default;
};

/// What is wrong (or doubtful) in something a person wrote, where, and what would mend it.
/// `message` and `remedy` are Polish sentences for an editor, without a full stop.
struct Problem {
    std::variant<SourcePosition, RecordPosition> at;
    std::string message;
    std::string remedy = {};
    std::string source_line = {};  ///< The line of the file, shown above the caret; may be empty.
    int source_column = 1;         ///< Of the first character of `source_line`, in a long line.
    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

}  // namespace okienko::model
