#include "tests/fuzz/places.hpp"

#include <algorithm>

#include "language/utf8.hpp"
#include "model/document.hpp"
#include "tests/fuzz/property.hpp"

namespace okienko::fuzz {

void require_places_within(std::string_view text, const model::Problems& problems) {
    auto lines = 1 + std::ranges::count(text, '\n');
    for (const auto& problem : problems) {
        const auto* at = std::get_if<model::SourcePosition>(&problem.at);
        if (!at) continue;
        auto place = at->file + ":" + std::to_string(at->line) + ":" + std::to_string(at->column);
        auto seen = place + ": " + problem.message + "\n" + problem.source_line;
        require(!problem.message.empty(), "a problem says what is wrong", seen);
        require(at->line >= 1 && at->line <= lines, "a problem is in a line of its file", seen);
        auto line = model::line_of(text, at->line);
        auto longest =
            language::is_valid_utf8(line) ? language::character_count(line) : line.size();
        require(at->column >= 1 && static_cast<std::size_t>(at->column) <= longest + 1,
                "a problem is in its line",
                seen);
    }
}

}  // namespace okienko::fuzz
