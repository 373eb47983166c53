#pragma once
// Which columns of a table become which columns of a sheet.

#include "gis/io/merging/sqlite_connection.hpp"
#include "words/value.hpp"

#include <map>
#include <string>
#include <vector>

namespace fieldgap {

/// How the values of a column are shown.
enum class CellKind : std::uint8_t { text, whole, amount, ratio, year, yes_or_no, figure, tenths };

struct SheetColumn
{
    std::string heading;
    CellKind kind = CellKind::text;
    std::map<std::string, std::string> words; ///< of its codes, in the language spoken; empty where it has none
    bool is_meaning = false;                  ///< what the key in the column before it means
};

/// A table of the result as a sheet.
struct SheetPlan
{
    std::string table;
    std::string title;
    std::string query; ///< a column for each of `columns`, in the order of the table
    std::vector<SheetColumn> columns;
    std::size_t frozen_columns = 1; ///< that stay in sight: who the row is of
};

/// Sheets for those tables that the result has, in their order.
std::vector<SheetPlan> sheet_plans(const gis::SqliteConnection& result);

} // namespace fieldgap
