#include "generator/source_text.hpp"

#include <algorithm>

#include "language/utf8.hpp"
#include "model/document.hpp"

namespace okienko::generator {

LineColumn locate(std::string_view text, std::size_t offset) {
    auto before = text.substr(0, std::min(offset, text.size()));
    auto line = 1 + std::count(before.begin(), before.end(), '\n');
    auto line_start = before.rfind('\n');
    auto in_line = line_start == std::string_view::npos ? before : before.substr(line_start + 1);
    return {static_cast<int>(line), static_cast<int>(language::character_count(in_line)) + 1};
}

model::Problem problem_at_offset(std::string_view file,
                                 std::string_view text,
                                 std::size_t offset,
                                 std::string message,
                                 std::string remedy) {
    return problem_at_line(file, text, locate(text, offset), std::move(message), std::move(remedy));
}

model::Problem problem_at_line(std::string_view file,
                               std::string_view text,
                               LineColumn at,
                               std::string message,
                               std::string remedy) {
    return {model::SourcePosition{std::string{file}, at.line, at.column},
            std::move(message),
            std::move(remedy),
            model::line_of(text, at.line)};
}

}  // namespace okienko::generator
