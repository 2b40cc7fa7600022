#include "generator/fenced_blocks.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "model/suggestion.hpp"

namespace okienko::generator {
namespace {

struct Callout {
    std::string_view word;
    std::string_view modifier;
};
constexpr std::array kCallouts{
    Callout{"uwaga", "warning"}, Callout{"informacja", "info"}, Callout{"telefon", "phone"}};
constexpr std::array<std::string_view, 4> kKinds{"tabela", "uwaga", "informacja", "telefon"};

std::string_view trimmed(std::string_view text) {
    auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// A row of a table as written: its cells and its line in the text.
struct TableRow {
    int line = 0;
    std::vector<std::string> cells;
};

/// Cells between bars; "\|" is a bar within a cell; bars around the row are allowed.
std::vector<std::string> split_cells(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
    std::vector<std::string> cells(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
            cells.back() += '|';
            ++i;
        } else if (line[i] == '|') {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    for (auto& cell : cells) cell = std::string{trimmed(cell)};
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
        auto text = trimmed(body.substr(0, end));
        if (!text.empty() && !is_ruler(text)) rows.push_back({line, split_cells(text)});
        body = end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
    }
    return rows;
}

class TableWriter {
  public:
    TableWriter(const BlockRenderer& renderer, MarkdownPlace fence)
        : renderer_(renderer), fence_(fence) {}

    std::string write(std::string_view caption, const std::vector<TableRow>& rows) {
        auto id = renderer_.id_prefix + "tabela-" + std::to_string(renderer_.number);
        html_ = "<div class=\"ok-table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id +
                "\">\n<table>\n<caption id=\"" + id + "\">" +
                renderer_.inline_html(caption, fence_) + "</caption>\n<thead>\n<tr>";
        for (const auto& cell : rows.front().cells) write_cell("th scope=\"col\"", cell, rows.front());
        html_ += "</tr>\n</thead>\n<tbody>\n";
        for (std::size_t i = 1; i < rows.size(); ++i) write_row(rows[i], rows.front().cells.size());
        html_ += "</tbody>\n</table>\n</div>\n";
        return std::move(html_);
    }

  private:
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
            write_cell(i == 0 ? "th scope=\"row\"" : "td", row.cells[i], row);
        }
        html_ += "</tr>\n";
    }

    void write_cell(std::string_view tag, const std::string& cell, const TableRow& row) {
        html_ += "<";
        html_ += tag;
        html_ += ">" + renderer_.inline_html(cell, {row.line, 1});
        html_ += tag.starts_with("th") ? "</th>" : "</td>";
    }

    const BlockRenderer& renderer_;
    MarkdownPlace fence_;
    std::string html_;
};

std::string table_html(std::string_view caption,
                       std::string_view body,
                       MarkdownPlace fence,
                       const BlockRenderer& renderer) {
    auto rows = table_rows(body, fence.line + 1);
    if (caption.empty()) {
        renderer.problem(fence, "tabela nie ma podpisu", "dopisz go po słowie tabela");
        return {};
    }
    if (rows.size() < 2) {
        renderer.problem(fence, "tabela musi mieć wiersz nagłówków i co najmniej jeden wiersz", {});
        return {};
    }
    return TableWriter{renderer, fence}.write(caption, rows);
}

std::string callout_html(const Callout& callout,
                         std::string_view title,
                         std::string_view body,
                         MarkdownPlace fence,
                         const BlockRenderer& renderer) {
    if (title.empty()) {
        renderer.problem(fence,
                         "ramka „" + std::string{callout.word} + "” nie ma tytułu",
                         "dopisz go po słowie " + std::string{callout.word});
        return {};
    }
    return "<div class=\"ok-callout ok-callout--" + std::string{callout.modifier} +
           "\" role=\"note\">\n<p class=\"ok-callout__title\">" +
           renderer.inline_html(title, fence) + "</p>\n" +
           renderer.block_html(body, fence.line + 1) + "</div>\n";
}

}  // namespace

std::string fenced_block_html(std::string_view info,
                              std::string_view body,
                              MarkdownPlace fence,
                              const BlockRenderer& renderer) {
    auto kind = info.substr(0, info.find_first_of(" \t"));
    auto title = trimmed(info.substr(kind.size()));
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
