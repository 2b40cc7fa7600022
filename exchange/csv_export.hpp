#pragma once

#include <string>
#include <vector>

#include "db/source_records.hpp"
#include "exchange/hsds_export.hpp"

/// Cards as rows of one table for a spreadsheet: docs/reference/tabela-csv.md.
namespace okienko::exchange {

void export_csv(const model::Catalogue& catalogue,
                const std::vector<db::SourceRecord>& sources,
                const Sink& sink);

/// The head of a table with room for a few of each group, and no rows.
std::string csv_template();

}  // namespace okienko::exchange
