#include "quarter/tables/table_file.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/source/sqlite_pages.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap::quarter {
namespace {

using words::Text;

/// Of each column stand its number and its text.
constexpr int cells_per_column = 2;
/// More nobody reads in a cell, and no file may fill a page with it.
constexpr int most_letters = 10'000;

gis::OnSqliteFailure unreadable(const std::string& role, const std::string& path)
{
    return [role, path](const std::string& why) {
        throw gis::Error(words::translate(Text::quarter_unreadable, {role, words::valid_utf8(path), why}));
    };
}

gis::VectorSource source_at(const std::string& role, const std::string& path)
{
    gis::VectorSource source;
    source.path = path;
    source.role = role;
    return source;
}

std::string cells_of(const std::string& column)
{
    const std::string name = gis::sql_name(column);
    const std::string is_number = "typeof(" + name + ") IN ('integer', 'real')";
    return "CASE WHEN " + is_number + " THEN " + name + " END, CASE WHEN typeof(" + name + ") <> 'blob' THEN substr(CAST(" + name +
           " AS TEXT), 1, " + std::to_string(most_letters) + ") END";
}

} // namespace

std::string TableRow::text(int column) const
{
    return row_.text(column * cells_per_column + 1);
}

std::optional<double> TableRow::number(int column) const
{
    const int at = column * cells_per_column;
    return row_.is_null(at) || !std::isfinite(row_.real(at)) ? std::nullopt : std::optional(row_.real(at));
}

std::optional<std::int64_t> TableRow::whole(int column) const
{
    return number(column) ? std::optional(row_.integer(column * cells_per_column)) : std::nullopt;
}

std::string TableRow::year(int column) const
{
    const auto number = whole(column);
    return number ? std::to_string(*number) : text(column);
}

TableFile::TableFile(const std::string& role, const std::string& path)
    : path_(path), on_failure_(unreadable(role, path)), file_(source_at(role, path), path),
      connection_(gis::SqliteConnection::for_reading(file_.path(), file_.is_immutable(), on_failure_))
{
    connection_.run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    has("gpkg_contents"); // a file that is none of SQLite's says so now
}

/// A view, which could compute without end, has no page of its own.
bool TableFile::has(const std::string& table) const
{
    gis::SqliteStatement found(connection_, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1 AND rootpage > 0");
    found.bind(1, gis::Cell(table));
    return found.step();
}

std::vector<std::string> TableFile::columns_of(const std::string& table) const
{
    std::vector<std::string> columns;
    gis::SqliteStatement info(connection_, "SELECT name FROM pragma_table_info(?1)");
    info.bind(1, gis::Cell(table));
    while (info.step()) {
        columns.push_back(info.text(0));
    }
    return columns;
}

void TableFile::each(const std::string& table, const std::vector<std::string>& columns, const std::function<void(const TableRow&)>& visit)
{
    if (!has(table)) {
        return;
    }
    if (const auto fault = gis::page_fault(file_.path(), file_.is_immutable(), table)) {
        on_failure_(*fault);
    }
    const std::vector<std::string> there = columns_of(table);
    std::string cells;
    for (const std::string& column : columns) {
        const bool is_there = std::find(there.begin(), there.end(), column) != there.end();
        cells += (cells.empty() ? "" : ", ") + (is_there ? cells_of(column) : std::string("NULL, NULL"));
    }
    patience_.renew();
    gis::SqliteStatement row(connection_, "SELECT " + cells + " FROM " + gis::sql_name(table) + " ORDER BY rowid");
    while (row.step()) {
        gis::throw_if_interrupted();
        patience_.renew();
        visit(TableRow(row));
    }
}

std::string TableFile::metadata()
{
    std::string document;
    if (has("gpkg_metadata")) {
        gis::SqliteStatement row(connection_, "SELECT metadata FROM gpkg_metadata ORDER BY id LIMIT 1");
        document = row.step() ? row.text(0) : "";
    }
    return document;
}

} // namespace fieldgap::quarter
