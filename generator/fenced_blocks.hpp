#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "generator/markdown.hpp"

namespace okienko::generator {

/// What a fenced block asks of the Markdown around it.
struct BlockRenderer {
    /// One line of Markdown → inline HTML.
    std::function<std::string(std::string_view text, MarkdownPlace)> inline_html;
    /// Whole Markdown → HTML.
    std::function<std::string(std::string_view text, int first_line)> block_html;
    std::function<void(MarkdownPlace, std::string message, std::string remedy)> problem;
    /// An id that nothing else of the page has.
    std::string id;
};

/// HTML of ```` ```tabela Podpis ```` and of the call-outs uwaga, informacja and telefon;
/// docs/reference/tresc.md shows how they are written. `fence` is the place of the opening line;
/// a block of an unknown kind is a problem with the nearest known one.
std::string fenced_block_html(std::string_view info,
                              std::string_view body,
                              MarkdownPlace fence,
                              const BlockRenderer& renderer);

}  // namespace okienko::generator
