#include "exchange/csv_text.hpp"

#include <algorithm>

namespace okienko::exchange {
namespace {

/// What a spreadsheet takes for the beginning of a formula, and the mark against it.
constexpr std::string_view kFormula = "=+-@'\t";

char separator_of(std::string_view first_line) {
    char best = ';';
    std::ptrdiff_t most = 0;
    for (char candidate : {';', ',', '\t'}) {
        auto count = std::count(first_line.begin(), first_line.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

}  // namespace

CsvText::CsvText(std::string_view text) : text_(text) {
    auto begin = std::min(text.find_first_not_of("\r\n"), text.size());
    auto first = text.substr(begin, text.find_first_of("\r\n", begin) - begin);
    bool says = first.size() == 5 && (first.starts_with("sep=") || first.starts_with("SEP="));
    separator_ = says ? first[4] : separator_of(first);
    if (says) {
        at_ = begin + first.size();
        line_ += static_cast<int>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
        skip_line_end();
    }
}

bool CsvText::at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvText::skip_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
}

std::optional<CsvRow> CsvText::next() {
    while (at_ < text_.size()) {
        CsvRow row{{}, at_, at_, line_};
        bool blank = true;
        for (;;) {
            row.cells.push_back(read_cell());
            blank = blank && row.cells.back().text.find_first_not_of(" \t\n") == std::string::npos;
            if (at_line_end()) break;
            ++at_;  // The separator.
        }
        row.end = at_;
        skip_line_end();
        if (!blank) return row;
    }
    return std::nullopt;
}

CsvCell CsvText::read_cell() {
    CsvCell cell{{}, at_};
    if (at_ < text_.size() && text_[at_] == '"') {
        read_quoted(cell);
    }
    // Also what follows a closing quotation mark, which no spreadsheet writes.
    while (!at_line_end() && text_[at_] != separator_) cell.text += text_[at_++];
    if (cell.text.starts_with('\'')) cell.text.erase(0, 1);
    return cell;
}

void CsvText::read_quoted(CsvCell& cell) {
    auto opened = at_++;
    while (at_ < text_.size()) {
        char c = text_[at_++];
        if (c == '"') {
            if (at_ >= text_.size() || text_[at_] != '"') return;
            ++at_;
        }
        if (c == '\r') {
            if (at_ < text_.size() && text_[at_] == '\n') continue;
            c = '\n';
        }
        if (c == '\n') ++line_;
        cell.text += c;
    }
    unclosed_ = opened;
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells, char separator) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& cell = cells[i];
        if (i > 0) out += separator;
        bool formula = !cell.empty() && kFormula.find(cell.front()) != std::string_view::npos;
        bool quoted = cell.find_first_of("\";,\t\r\n") != std::string::npos ||
                      (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
        if (quoted) out += '"';
        if (formula) out += '\'';
        for (char c : cell) {
            if (c == '"') out += '"';
            out += c;
        }
        if (quoted) out += '"';
    }
    out += "\r\n";
}

}  // namespace okienko::exchange
