#pragma once
// A connection to an SQLite file, and statements that are made once and carried out for each row.

#include "gis/io/geopackage/geopackage.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace gis {

/// Throws what a failure of SQLite means for the file at hand.
using OnSqliteFailure = std::function<void(const std::string& why)>;

/// Watched by the SqlitePatience of this thread.
class SqliteConnection
{
public:
    static SqliteConnection for_reading(const std::string& path, bool is_immutable, OnSqliteFailure on_failure);
    static SqliteConnection for_writing(const std::string& path, OnSqliteFailure on_failure);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    void run(const char* sql) const;
    /// Throws gis::Interrupted where the user wants an end, else what the failure means.
    [[noreturn]] void fail() const;

private:
    friend class SqliteStatement;
    SqliteConnection(const std::string& name, int flags, OnSqliteFailure on_failure);

    sqlite3* database_ = nullptr;
    OnSqliteFailure on_failure_;
};

/// Positions of values begin at 1, those of columns at 0, as SQLite has it. Borrows its connection.
class SqliteStatement
{
public:
    SqliteStatement(const SqliteConnection& connection, const std::string& sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;
    SqliteStatement(SqliteStatement&& other) noexcept;

    void bind(int position, const Cell& cell);
    /// A blob that stays where it is until the statement was carried out.
    void bind(int position, std::span<const unsigned char> bytes);
    /// The value in the current row of another statement, whatever it is.
    void bind_from(const SqliteStatement& row, int column, int position);

    /// The next row; false where there is none.
    bool step();
    /// Carries out a statement that has no rows, and makes it ready for the next values.
    void run();

    bool is_null(int column) const;
    /// A whole number or a real one, not a text that looks like one.
    bool is_number(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Valid UTF-8; empty for NULL.
    std::string text(int column) const;
    /// Until the next step; empty for NULL.
    std::span<const unsigned char> blob(int column) const;

private:
    void check(int result) const;

    const SqliteConnection& connection_;
    sqlite3_stmt* statement_ = nullptr;
};

/// A name for SQL text, in quotes.
std::string sql_name(const std::string& name);

} // namespace gis
