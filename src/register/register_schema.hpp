#pragma once
// The tables of a register's file: their columns in their order, and the statements that make them.

#include <string>
#include <string_view>
#include <vector>

namespace fieldgap::strike_off {

struct TableColumn
{
    std::string_view name;
    std::string_view type; ///< TEXT, REAL, INTEGER
};

struct Table
{
    std::string_view name;
    std::string_view title; ///< in gpkg_contents
    std::vector<TableColumn> columns;
};

/// register, register_history, register_runs, register_amounts.
const std::vector<Table>& tables();
const Table& table_named(std::string_view name);

/// An empty GeoPackage without tables of its own.
std::string empty_geopackage_sql();

/// The table, and its row in gpkg_contents with this day.
std::vector<std::string> create_table_sql(const Table& table, const std::string& as_of);

} // namespace fieldgap::strike_off
