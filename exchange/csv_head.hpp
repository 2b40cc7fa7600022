#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv_text.hpp"
#include "exchange/read_card.hpp"
#include "model/field.hpp"

namespace okienko::exchange {

/// One step of a column's name: "fees" 1 of "fees.1.amount"; 0 is no number.
struct CsvStep {
    std::string key;
    std::size_t number = 0;
};

struct CsvColumn {
    std::string name;
    std::vector<CsvStep> path;  ///< Empty for a column that is no field.
    std::size_t offset = 0;
    /// By kind; none where the kind has no such field.
    std::array<const model::Field*, kCardKinds> field{};
};

struct CsvHeadFault {
    std::size_t offset;
    std::string message;
    std::string remedy;
};

/// The first row of a table: which field each column is.
class CsvHead {
  public:
    CsvHead() = default;
    explicit CsvHead(const CsvRow& row);

    [[nodiscard]] const std::vector<CsvColumn>& columns() const { return columns_; }

    /// The place of the column with that name; beyond the last when there is none.
    [[nodiscard]] std::size_t column_at(std::string_view name) const;

    /// Columns that are unknown, there twice or missing.
    [[nodiscard]] const std::vector<CsvHeadFault>& faults() const { return faults_; }

  private:
    void add_column(const CsvCell& cell);
    void require_distinct_columns();

    std::vector<CsvColumn> columns_;
    std::vector<CsvHeadFault> faults_;
};

}  // namespace okienko::exchange
