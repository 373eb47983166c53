#pragma once
// Tables of a GeoPackage that people edit: read by name, not a byte changed, nothing believed of the kinds of its values.

#include "gis/io/merging/sqlite_connection.hpp"
#include "gis/io/source/sqlite_input.hpp"
#include "gis/io/source/sqlite_patience.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap::quarter {

/// A row of the columns asked for, by their positions.
class TableRow
{
public:
    explicit TableRow(const gis::SqliteStatement& row) : row_(row) {}

    /// Also of a number; empty where there is none.
    std::string text(int column) const;
    /// Absent where there is none, or it is no finite number.
    std::optional<double> number(int column) const;
    std::optional<std::int64_t> whole(int column) const;
    /// A year, whether it is written as a number or as a text.
    std::string year(int column) const;
    /// Whether it is said and is not 0.
    bool is_true(int column) const { return number(column).value_or(0.0) != 0.0; }

private:
    const gis::SqliteStatement& row_;
};

class TableFile
{
public:
    /// `role`: what messages call it. Edits beside the file that are not in it yet are seen. Throws gis::Error, naming the file, where it
    /// cannot be read.
    TableFile(const std::string& role, const std::string& path);
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    const std::string& path() const { return path_; }
    bool has(const std::string& table) const;

    /// Each row in the order of the file. A column that the table does not have is absent in every row; a table that is not there has no
    /// rows. Throws gis::Error where it is damaged.
    void each(const std::string& table, const std::vector<std::string>& columns, const std::function<void(const TableRow&)>& visit);

    /// The first document in gpkg_metadata; empty where there is none.
    std::string metadata();

private:
    std::vector<std::string> columns_of(const std::string& table) const;

    std::string path_;
    gis::OnSqliteFailure on_failure_;
    gis::SqliteInput file_;
    gis::SqlitePatience patience_;
    gis::SqliteConnection connection_;
};

} // namespace fieldgap::quarter
