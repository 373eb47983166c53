#pragma once
// A register after a run, put into its file: our columns of the issues it knows, its new issues, and the rows of this day.

#include "domain/register/register_run.hpp"

namespace SQLite {
class Database;
}

namespace fieldgap::strike_off {

/// Inside a transaction. Tables that are missing are made; columns that are missing stay so. No cell of a district is written, but in the
/// rows of new issues, which it finds empty.
void write_rows(SQLite::Database& file, const RegisterAfter& after);

} // namespace fieldgap::strike_off
