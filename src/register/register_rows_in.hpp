#pragma once
// The tables of a register's file as values.

#include "domain/register/register_rows.hpp"

namespace SQLite {
class Database;
}

namespace fieldgap::strike_off {

/// Whether this is a register: it has a table `register` with a column issue_id.
bool is_register(SQLite::Database& file);

bool has_table(SQLite::Database& file, std::string_view table);
bool has_column(SQLite::Database& file, std::string_view table, std::string_view column);

/// All of it, whatever the types of its cells; tables and columns of ours that are not there are said to be missing.
RegisterContent rows_in(SQLite::Database& file);

} // namespace fieldgap::strike_off
