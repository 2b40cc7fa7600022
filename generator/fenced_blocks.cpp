#include "generator/fenced_blocks.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "language/utf8.hpp"
#include "model/suggestion.hpp"

namespace okienko::generator {
namespace {

struct Callout {
    std::string_view word;
    std::string_view modifier;
};
constexpr std::array kCallouts{
    Callout{"uwaga", "warning"}, Callout{"informacja", "info"}, Callout{"telefon", "phone"}};
constexpr std::string_view kFence = "```";
constexpr std::array<std::string_view, 4> kKinds{"tabela", "uwaga", "informacja", "telefon"};

std::string_view trimmed(std::string_view text) {
    auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

struct TableCell {
    std::string text;
    int column = 1;  ///< Where it begins in its line.
};

/// A row of a table as written: its cells and its line in the text.
struct TableRow {
    int line = 0;
    std::vector<TableCell> cells;
};

/// The cell without the spaces around it, which begins at this byte of the line.
TableCell cell_at(std::string_view line, std::size_t begin, const std::string& text) {
    begin += std::min(text.find_first_not_of(" \t\r"), text.size());
    auto before = language::character_count(line.substr(0, begin));
    return {std::string{trimmed(text)}, static_cast<int>(before) + 1};
}

/// Cells between bars; "\|" is a bar within a cell; bars around the row are allowed.
std::vector<TableCell> split_cells(std::string_view line) {
    auto row = trimmed(line);
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
    auto offset = static_cast<std::size_t>(row.data() - line.data());
    std::vector<TableCell> cells;
    std::string text;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|') {
            text += '|';
            ++i;
        } else if (row[i] == '|') {
            cells.push_back(cell_at(line, offset + begin, text));
            text.clear();
            begin = i + 1;
        } else {
            text += row[i];
        }
    }
    cells.push_back(cell_at(line, offset + begin, text));
    return cells;
}

/// "| --- | ---: |", the habit of other dialects: skipped.
bool is_ruler(std::string_view line) {
    return line.find("--") != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::vector<TableRow> table_rows(std::string_view body, int first_line) {
    std::vector<TableRow> rows;
    for (int line = first_line; !body.empty(); ++line) {
        auto end = body.find('\n');
        auto text = body.substr(0, end);
        if (!trimmed(text).empty() && !is_ruler(text)) rows.push_back({line, split_cells(text)});
        body = end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
    }
    return rows;
}

/// From this many columns on, a narrow screen shows each row as a list, each cell with its heading.
constexpr std::size_t kColumnsToStack = 3;

/// The words of HTML, still escaped, as an attribute may hold them.
std::string without_tags(std::string_view html) {
    std::string words;
    bool in_tag = false;
    for (char c : html) {
        if (c == '<') in_tag = true;
        if (!in_tag) words += c;
        if (c == '>') in_tag = false;
    }
    return words;
}

/// What stands after the word that opens a block, and where.
struct BlockTitle {
    std::string_view text;
    MarkdownPlace place;
};

class TableWriter {
  public:
    explicit TableWriter(const BlockRenderer& renderer) : renderer_(renderer) {}

    std::string write(const BlockTitle& caption, const std::vector<TableRow>& rows) {
        const auto& id = renderer_.id;
        html_ = "<div class=\"ok-table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + id +
                "\">\n<table>\n<caption id=\"" + id + "\">" +
                renderer_.inline_html(caption.text, caption.place) + "</caption>\n<thead>\n<tr>";
        for (const auto& cell : rows.front().cells) write_heading(cell, rows.front());
        html_ += "</tr>\n</thead>\n<tbody>\n";
        for (std::size_t i = 1; i < rows.size(); ++i) write_row(rows[i], rows.front().cells.size());
        html_ += "</tbody>\n</table>\n</div>\n";
        return std::move(html_);
    }

  private:
    void write_heading(const TableCell& cell, const TableRow& row) {
        auto begin = html_.size();
        write_cell("th scope=\"col\"", cell, row);
        if (row.cells.size() < kColumnsToStack) return;
        auto words = without_tags(std::string_view{html_}.substr(begin));
        cell_tags_.push_back("td data-heading=\"" + words + "\"");
    }

    [[nodiscard]] std::string_view tag_of(std::size_t column) const {
        if (column == 0) return "th scope=\"row\"";
        return column < cell_tags_.size() ? std::string_view{cell_tags_[column]} : "td";
    }

    void write_row(const TableRow& row, std::size_t columns) {
        if (row.cells.size() != columns) {
            renderer_.problem({row.line, 1},
                              "wiersz tabeli ma inną liczbę komórek (" +
                                  std::to_string(row.cells.size()) + ") niż nagłówek (" +
                                  std::to_string(columns) + ")",
                              "dodaj albo usuń kreskę |");
        }
        html_ += "<tr>";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            write_cell(tag_of(i), row.cells[i], row);
        }
        html_ += "</tr>\n";
    }

    void write_cell(std::string_view tag, const TableCell& cell, const TableRow& row) {
        html_ += "<";
        html_ += tag;
        html_ += ">" + renderer_.inline_html(cell.text, {row.line, cell.column});
        html_ += tag.starts_with("th") ? "</th>" : "</td>";
    }

    const BlockRenderer& renderer_;
    std::string html_;
    std::vector<std::string> cell_tags_;  ///< Of each column, when the rows are to be stacked.
};

std::string table_html(const BlockTitle& caption,
                       std::string_view body,
                       MarkdownPlace fence,
                       const BlockRenderer& renderer) {
    auto rows = table_rows(body, fence.line + 1);
    if (caption.text.empty()) {
        renderer.problem(fence, "tabela nie ma podpisu", "dopisz go po słowie tabela");
        return {};
    }
    if (rows.size() < 2) {
        renderer.problem(fence, "tabela musi mieć wiersz nagłówków i co najmniej jeden wiersz", {});
        return {};
    }
    return TableWriter{renderer}.write(caption, rows);
}

std::string callout_html(const Callout& callout,
                         const BlockTitle& title,
                         std::string_view body,
                         MarkdownPlace fence,
                         const BlockRenderer& renderer) {
    if (title.text.empty()) {
        renderer.problem(fence,
                         "ramka „" + std::string{callout.word} + "” nie ma tytułu",
                         "dopisz go po słowie " + std::string{callout.word});
        return {};
    }
    return "<div class=\"ok-callout ok-callout--" + std::string{callout.modifier} +
           "\" role=\"note\">\n<p class=\"ok-callout__title\">" +
           renderer.inline_html(title.text, title.place) + "</p>\n" +
           renderer.block_html(body, fence.line + 1) + "</div>\n";
}

}  // namespace

std::string fenced_block_html(std::string_view info,
                              std::string_view body,
                              MarkdownPlace fence,
                              const BlockRenderer& renderer) {
    auto kind = info.substr(0, info.find_first_of(" \t"));
    auto text = trimmed(info.substr(kind.size()));
    auto before =
        text.empty() ? info : info.substr(0, static_cast<std::size_t>(text.data() - info.data()));
    auto column =
        fence.column + static_cast<int>(kFence.size() + language::character_count(before));
    BlockTitle title{text, {fence.line, column}};
    if (kind == "tabela") return table_html(title, body, fence, renderer);
    for (const auto& callout : kCallouts) {
        if (callout.word == kind) return callout_html(callout, title, body, fence, renderer);
    }
    auto remedy = model::did_you_mean(kind, kKinds);
    if (remedy.empty()) remedy = "znamy: tabela, uwaga, informacja, telefon";
    renderer.problem(fence, "nieznany blok „" + std::string{kind} + "”", std::move(remedy));
    return {};
}

}  // namespace okienko::generator
