#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/source_records.hpp"
#include "exchange/hsds_export.hpp"
#include "exchange/known_cards.hpp"
#include "exchange/read_card.hpp"

/// Cards as rows of one table for a spreadsheet: docs/reference/tabela-csv.md.
namespace okienko::exchange {

/// Reads the whole table. The records come in the order in which cards may refer to each other.
/// A table that has no usable head is one record with problems.
std::vector<ReadRecord> read_csv(const std::string& file,
                                 std::string_view text,
                                 const KnownCards& known);

void export_csv(const model::Catalogue& catalogue,
                const std::vector<db::SourceRecord>& sources,
                const Sink& sink);

/// The head of a table with room for a few of each group, and no rows.
std::string csv_template();

}  // namespace okienko::exchange
