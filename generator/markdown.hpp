#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/content.hpp"
#include "language/language.hpp"

namespace okienko::generator {

/// A place in a Markdown text: line from 1 within the text, column in characters from 1.
struct MarkdownPlace {
    int line = 1;
    int column = 1;
};

/// What the text needs from the world around it. Each may be left empty.
struct MarkdownHooks {
    /// The address that a link leads to; reports a broken one itself.
    std::function<std::string(std::string_view target, MarkdownPlace)> link;
    std::function<ImageFile(std::string_view target, MarkdownPlace)> image;
    /// A mistake in the text itself: message and remedy, in Polish.
    std::function<void(MarkdownPlace, std::string message, std::string remedy)> problem;
};

struct MarkdownOptions {
    language::Language language = language::Language::Polish;
    int heading_shift = 0;       ///< "##" becomes <h2> plus this.
    std::string id_prefix = {};  ///< Put before heading ids where several texts share a page.
};

struct RenderedMarkdown {
    std::string html;
    std::vector<Heading> headings;
};

/// CommonMark in cmark's safe mode, plus fenced blocks for tables and call-outs
/// (docs/reference/tresc.md). Text is typeset, headings get ids. Thread-safe.
RenderedMarkdown render_markdown(std::string_view text,
                                 const MarkdownOptions& options,
                                 const MarkdownHooks& hooks = {});

}  // namespace okienko::generator
