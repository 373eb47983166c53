#include "gis/io/merging/sqlite_connection.hpp"

#include "gis/interrupt.hpp"
#include "gis/io/source/sqlite_patience.hpp"
#include "gis/io/source/sqlite_uri.hpp"
#include "words/utf8.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <utility>

namespace gis {
namespace {

struct Bind
{
    sqlite3_stmt* statement;
    int position;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, position); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, position, number); }
    int operator()(double number) const { return sqlite3_bind_double(statement, position, number); }
    int operator()(bool yes) const { return sqlite3_bind_int(statement, position, yes ? 1 : 0); }
    int operator()(const std::string& text) const
    {
        return sqlite3_bind_text64(statement, position, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
};

} // namespace

SqliteConnection SqliteConnection::for_reading(const std::string& path, bool is_immutable, OnSqliteFailure on_failure)
{
    return {sqlite_uri(path, is_immutable), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, std::move(on_failure)};
}

SqliteConnection SqliteConnection::for_writing(const std::string& path, OnSqliteFailure on_failure)
{
    return {path, SQLITE_OPEN_READWRITE, std::move(on_failure)};
}

SqliteConnection::SqliteConnection(const std::string& name, int flags, OnSqliteFailure on_failure) : on_failure_(std::move(on_failure))
{
    if (sqlite3_open_v2(name.c_str(), &database_, flags, nullptr) != SQLITE_OK) {
        const std::string why = database_ == nullptr ? "SQLite" : sqlite3_errmsg(database_);
        sqlite3_close(database_);
        on_failure_(words::valid_utf8(why));
    }
    SqlitePatience::watch(database_);
}

SqliteConnection::~SqliteConnection()
{
    sqlite3_close(database_);
}

void SqliteConnection::run(const char* sql) const
{
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail();
    }
}

void SqliteConnection::fail() const
{
    throw_if_interrupted();
    on_failure_(words::valid_utf8(sqlite3_errmsg(database_)));
    throw std::logic_error("a failure of SQLite that nobody reports");
}

SqliteStatement::SqliteStatement(const SqliteConnection& connection, const std::string& sql) : connection_(connection)
{
    check(sqlite3_prepare_v2(connection_.database_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : connection_(other.connection_), statement_(std::exchange(other.statement_, nullptr))
{
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(statement_);
}

void SqliteStatement::check(int result) const
{
    if (result != SQLITE_OK) {
        connection_.fail();
    }
}

void SqliteStatement::bind(int position, const Cell& cell)
{
    check(std::visit(Bind{statement_, position}, cell));
}

void SqliteStatement::bind(int position, std::span<const unsigned char> bytes)
{
    check(sqlite3_bind_blob64(statement_, position, bytes.data(), bytes.size(), SQLITE_STATIC));
}

void SqliteStatement::bind_from(const SqliteStatement& row, int column, int position)
{
    check(sqlite3_bind_value(statement_, position, sqlite3_column_value(row.statement_, column)));
}

bool SqliteStatement::step()
{
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        connection_.fail();
    }
    return result == SQLITE_ROW;
}

void SqliteStatement::run()
{
    step();
    check(sqlite3_reset(statement_));
}

bool SqliteStatement::is_null(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

bool SqliteStatement::is_number(int column) const
{
    const int type = sqlite3_column_type(statement_, column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(statement_, column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(statement_, column);
}

std::string SqliteStatement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return text == nullptr ? std::string() : words::valid_utf8(std::string(text, length));
}

std::span<const unsigned char> SqliteStatement::blob(int column) const
{
    const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement_, column));
    return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string sql_name(const std::string& name)
{
    std::string quoted = "\"";
    for (const char letter : name) {
        quoted += letter;
        quoted += letter == '"' ? "\"" : "";
    }
    return quoted + "\"";
}

} // namespace gis
