#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Comma-separated values as RFC 4180 and spreadsheets write them.
namespace okienko::exchange {

struct CsvCell {
    std::string text;
    std::size_t offset = 0;  ///< Of its first byte in the whole text.
};

struct CsvRow {
    std::vector<CsvCell> cells;
    std::size_t begin = 0;
    std::size_t end = 0;  ///< Without the end of line.
    int line = 1;
};

/// Reads row after row; rows without a value are left out. Line ends may be CRLF, LF or CR; those
/// within a cell become LF.
class CsvText {
  public:
    /// The text without a mark of byte order. The separator is what the first line that is not
    /// empty has most of: semicolon, comma or tab; or what "sep=;" in it says.
    explicit CsvText(std::string_view text);

    std::optional<CsvRow> next();

    /// Where a quotation mark was opened that never closes.
    [[nodiscard]] std::optional<std::size_t> unclosed() const { return unclosed_; }

  private:
    CsvCell read_cell();
    void read_quoted(CsvCell& cell);
    [[nodiscard]] bool at_line_end() const;
    void skip_line_end();

    std::string_view text_;
    char separator_ = ';';
    std::size_t at_ = 0;
    int line_ = 1;
    std::optional<std::size_t> unclosed_;
};

/// Appends one row, with CRLF. Cells that a spreadsheet would take for a formula get an apostrophe.
void append_csv_row(std::string& out, const std::vector<std::string>& cells, char separator);

}  // namespace okienko::exchange
