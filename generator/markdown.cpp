#include "generator/markdown.hpp"

#include <cmark.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "generator/fenced_blocks.hpp"
#include "generator/markup.hpp"
#include "language/slug.hpp"
#include "language/typography.hpp"
#include "language/utf8.hpp"
#include "model/document.hpp"

// The only file that knows cmark (0.30.2), always in its safe mode: raw HTML never comes out.
namespace okienko::generator {
namespace {

constexpr int kCmarkOptions = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;

struct NodeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorDeleter {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;
using Iterator = std::unique_ptr<cmark_iter, IteratorDeleter>;

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text ? std::string_view{text} : std::string_view{};
}

/// Kinds that never have children: the iterator enters them and does not report leaving.
bool has_exit_event(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_THEMATIC_BREAK:
        case CMARK_NODE_CODE_BLOCK:
        case CMARK_NODE_TEXT:
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
        case CMARK_NODE_CODE:
        case CMARK_NODE_HTML_INLINE:
            return false;
        default:
            return true;
    }
}

/// All nodes of a tree, each once, children before their parents. Collected first: a tree must not
/// change while it is walked, and a node that is replaced takes its children with it.
std::vector<cmark_node*> nodes_of(cmark_node* root) {
    std::vector<cmark_node*> nodes;
    Iterator iterator{cmark_iter_new(root)};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        auto* node = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_EXIT || !has_exit_event(node)) nodes.push_back(node);
    }
    return nodes;
}

std::string plain_text(cmark_node* root) {
    std::string text;
    for (auto* node : nodes_of(root)) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE:
                text += literal(node);
                break;
            case CMARK_NODE_SOFTBREAK:
            case CMARK_NODE_LINEBREAK:
                text += ' ';
                break;
            default:
                break;
        }
    }
    return text;
}

/// Puts finished markup in the place of a node.
void replace_with(cmark_node* node, cmark_node_type type, const std::string& markup) {
    cmark_node* replacement = cmark_node_new(type);
    cmark_node_set_on_enter(replacement, markup.c_str());
    cmark_node_replace(node, replacement);
    cmark_node_free(node);
}

/// Renders one text and, through itself, the texts inside its fenced blocks.
class MarkdownRenderer {
  public:
    MarkdownRenderer(const MarkdownOptions& options, const MarkdownHooks& hooks)
        : options_(options), hooks_(hooks) {}

    /// `begin` is the place of the text's first character.
    std::string render(std::string_view text, MarkdownPlace begin) {
        Tree tree{cmark_parse_document(text.data(), text.size(), kCmarkOptions)};
        join_lines(tree.get());
        Scope scope{text, begin};
        for (auto* node : nodes_of(tree.get())) transform(node, scope);
        return html_of(tree.get());
    }

    std::vector<Heading> take_headings() { return std::move(headings_); }

  private:
    /// The text that node positions refer to.
    struct Scope {
        std::string_view text;
        MarkdownPlace begin;
    };

    static std::string html_of(cmark_node* tree) {
        std::unique_ptr<char, decltype(&std::free)> html{cmark_render_html(tree, kCmarkOptions),
                                                         &std::free};
        return html.get();
    }

    /// Soft line breaks become spaces, so that typography sees whole sentences.
    static void join_lines(cmark_node* tree) {
        for (auto* node : nodes_of(tree)) {
            if (cmark_node_get_type(node) != CMARK_NODE_SOFTBREAK) continue;
            cmark_node* space = cmark_node_new(CMARK_NODE_TEXT);
            cmark_node_set_literal(space, " ");
            cmark_node_replace(node, space);
            cmark_node_free(node);
        }
        cmark_consolidate_text_nodes(tree);
    }

    void transform(cmark_node* node, const Scope& scope) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
                typeset(node);
                break;
            case CMARK_NODE_LINEBREAK:  // cmark writes <br />.
                replace_with(node, CMARK_NODE_CUSTOM_INLINE, "<br>\n");
                break;
            case CMARK_NODE_HEADING:
                transform_heading(node, scope);
                break;
            case CMARK_NODE_LINK:
                transform_link(node, scope);
                break;
            case CMARK_NODE_IMAGE:
                transform_image(node, scope);
                break;
            case CMARK_NODE_CODE_BLOCK:
                transform_code_block(node, scope);
                break;
            case CMARK_NODE_HTML_BLOCK:
            case CMARK_NODE_HTML_INLINE:
                drop_html(node, scope);
                break;
            default:
                break;
        }
    }

    void typeset(cmark_node* node) {
        auto text = language::typeset(literal(node), options_.language);
        cmark_node_set_literal(node, text.c_str());
    }

    void transform_heading(cmark_node* node, const Scope& scope) {
        int level = cmark_node_get_heading_level(node);
        check_heading_level(node, level, scope);
        Heading heading{level + options_.heading_shift,
                        {},
                        language::typeset(plain_text(node), options_.language)};
        heading.id = unique_id(plain_text(node));
        auto tag = "h" + std::to_string(std::clamp(heading.level, 2, 6));
        cmark_node* block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
        cmark_node_set_on_enter(block, ("<" + tag + " id=\"" + heading.id + "\">").c_str());
        cmark_node_set_on_exit(block, ("</" + tag + ">\n").c_str());
        while (cmark_node* child = cmark_node_first_child(node)) {
            cmark_node_unlink(child);
            cmark_node_append_child(block, child);
        }
        cmark_node_replace(node, block);
        cmark_node_free(node);
        headings_.push_back(std::move(heading));
    }

    void check_heading_level(cmark_node* node, int level, const Scope& scope) {
        if (level == 1) {
            report(node,
                   scope,
                   "nagłówek poziomu 1 w tekście",
                   "tytuł strony jest w polu title; użyj ##");
        } else if (level > last_level_ + 1) {
            report(node,
                   scope,
                   "nagłówek przeskakuje poziom: po " +
                       std::string(static_cast<std::size_t>(last_level_), '#') + " jest " +
                       std::string(static_cast<std::size_t>(level), '#'),
                   "użyj " + std::string(static_cast<std::size_t>(last_level_) + 1, '#'));
        }
        last_level_ = level;
    }

    std::string unique_id(const std::string& text) {
        auto base = options_.id_prefix + language::slugify(text);
        auto id = base;
        for (int n = 2; !ids_.insert(id).second; ++n) id = base + "-" + std::to_string(n);
        return id;
    }

    void transform_link(cmark_node* node, const Scope& scope) {
        std::string target = cmark_node_get_url(node);
        if (plain_text(node).find_first_not_of(" \u00a0") == std::string::npos &&
            !contains_image(node)) {
            report(node, scope, "odnośnik bez tekstu", "napisz w nawiasie [ ], dokąd prowadzi");
        }
        if (!hooks_.link) return;
        auto address = hooks_.link(target, place_of(node, scope));
        cmark_node_set_url(node, address.c_str());
    }

    /// Children come first: an image within the link is finished markup by now.
    static bool contains_image(cmark_node* root) {
        for (auto* node : nodes_of(root)) {
            if (cmark_node_get_type(node) == CMARK_NODE_CUSTOM_INLINE) return true;
        }
        return false;
    }

    void transform_image(cmark_node* node, const Scope& scope) {
        auto alt = plain_text(node);
        std::string target = cmark_node_get_url(node);
        if (alt.find_first_not_of(' ') == std::string::npos) {
            report(node,
                   scope,
                   "obraz „" + target + "” nie ma opisu",
                   "opisz w nawiasie [ ], co widać");
        }
        ImageFile file{target, 0, 0};
        if (hooks_.image) file = hooks_.image(target, place_of(node, scope));
        std::string size;
        if (file.width > 0) {
            size = " width=\"" + std::to_string(file.width) + "\" height=\"" +
                   std::to_string(file.height) + "\"";
        }
        replace_with(node,
                     CMARK_NODE_CUSTOM_INLINE,
                     "<img src=\"" + escape_markup(file.address) + "\" alt=\"" +
                         escape_markup(alt) + "\"" + size + " loading=\"lazy\">");
    }

    void transform_code_block(cmark_node* node, const Scope& scope) {
        std::string info = cmark_node_get_fence_info(node);
        if (info.empty()) return;
        auto place = place_of(node, scope);
        BlockRenderer renderer{
            .inline_html = [this](std::string_view text,
                                  MarkdownPlace at) { return inline_html(text, at); },
            .block_html =
                [this](std::string_view text, int first_line) {
                    return render(text, {first_line, 1});
                },
            .problem =
                [this](MarkdownPlace at, std::string message, std::string remedy) {
                    if (hooks_.problem) hooks_.problem(at, std::move(message), std::move(remedy));
                },
            .id = unique_id("tabela " + std::to_string(++blocks_))};
        std::string body{literal(node)};
        replace_with(node, CMARK_NODE_CUSTOM_BLOCK, fenced_block_html(info, body, place, renderer));
    }

    /// One line of Markdown without the paragraph around it.
    std::string inline_html(std::string_view text, MarkdownPlace at) {
        auto html = render(text, at);
        if (html.ends_with('\n')) html.pop_back();
        if (html.starts_with("<p>") && html.ends_with("</p>") &&
            html.find("<p>", 1) == std::string::npos) {
            return html.substr(3, html.size() - 7);
        }
        return html;
    }

    /// Comments are the editor's notes; any other markup would vanish silently.
    void drop_html(cmark_node* node, const Scope& scope) {
        auto markup = literal(node);
        if (!markup.starts_with("<!--")) {
            report(node, scope, "znaczniki HTML nie działają w treści", "użyj zapisu Markdown");
        }
        auto type = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK ? CMARK_NODE_CUSTOM_BLOCK
                                                                       : CMARK_NODE_CUSTOM_INLINE;
        replace_with(node, type, "");
    }

    static MarkdownPlace place_of(cmark_node* node, const Scope& scope) {
        int line = std::max(1, cmark_node_get_start_line(node));
        auto bytes = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node)) - 1);
        auto text = model::line_of(scope.text, line);
        auto before = std::string_view{text}.substr(0, std::min(bytes, text.size()));
        int column = static_cast<int>(language::character_count(before)) + 1;
        if (line == 1) column += scope.begin.column - 1;
        return {line + scope.begin.line - 1, column};
    }

    void report(cmark_node* node, const Scope& scope, std::string message, std::string remedy) {
        if (hooks_.problem) {
            hooks_.problem(place_of(node, scope), std::move(message), std::move(remedy));
        }
    }

    const MarkdownOptions& options_;
    const MarkdownHooks& hooks_;
    std::vector<Heading> headings_;
    std::unordered_set<std::string> ids_{"tresc"};  ///< Taken: the <main> of every page.
    int last_level_ = 1;
    int blocks_ = 0;
};

}  // namespace

RenderedMarkdown render_markdown(std::string_view text,
                                 const MarkdownOptions& options,
                                 const MarkdownHooks& hooks) {
    MarkdownRenderer renderer{options, hooks};
    auto html = renderer.render(text, {});
    return {std::move(html), renderer.take_headings()};
}

}  // namespace okienko::generator
