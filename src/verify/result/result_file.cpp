#include "verify/result/result_file.hpp"

#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <system_error>

namespace fieldgap::verify {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

/// As a URI that tells SQLite to take the file for unchangeable: it then makes no file beside it and locks nothing.
std::string immutable_uri(const std::string& path)
{
    std::string uri = "file:";
    for (const char letter : fs::absolute(path).string()) {
        char escaped[4];
        const auto code = static_cast<unsigned>(static_cast<unsigned char>(letter));
        const bool is_plain =
            letter == '/' || letter == '.' || letter == '-' || letter == '_' || (code < 0x80U && std::isalnum(letter) != 0);
        std::snprintf(escaped, sizeof escaped, "%%%02X", code);
        uri += is_plain ? std::string(1, letter) : std::string(escaped);
    }
    return uri + "?immutable=1";
}

/// Edits beside the file that are not in it: it would be checked without them.
void refuse_pending_edits(const std::string& path)
{
    for (const char* ending : {"-wal", "-journal"}) {
        std::error_code error;
        const auto size = fs::file_size(path + ending, error);
        if (!error && size > 0) {
            throw gis::Error(translate(Text::verify_pending_edits, {words::valid_utf8(path), words::valid_utf8(path + ending)}));
        }
    }
}

std::string quoted(const std::string& name)
{
    std::string text = "\"";
    for (const char letter : name) {
        text += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return text + "\"";
}

} // namespace

Cells::Cells(SQLite::Statement& row, const std::string& table, const std::vector<std::string>& columns, std::vector<OddValue>& odd)
    : row_(row), table_(table), columns_(columns), odd_(odd)
{
}

void Cells::note_odd(int column)
{
    constexpr std::size_t most = 1000; // one is enough to refuse the file
    if (odd_.size() < most) {
        odd_.push_back({table_, words::valid_utf8(row_.getColumn(0).getString()), columns_[static_cast<std::size_t>(column)],
                        words::valid_utf8(row_.getColumn(column).getString())});
    }
}

std::string Cells::text()
{
    return text_or_none().value_or("");
}

std::optional<std::string> Cells::text_or_none()
{
    const int column = next_++;
    const SQLite::Column cell = row_.getColumn(column);
    if (cell.isNull()) {
        return std::nullopt;
    }
    if (!cell.isText()) {
        note_odd(column);
    }
    return cell.getString();
}

std::string_view Cells::bytes()
{
    const SQLite::Column cell = row_.getColumn(next_++);
    const void* const begin = cell.getBlob();
    return begin == nullptr ? std::string_view()
                            : std::string_view(static_cast<const char*>(begin), static_cast<std::size_t>(cell.getBytes()));
}

std::optional<double> Cells::number()
{
    const int column = next_++;
    const SQLite::Column cell = row_.getColumn(column);
    if (cell.isNull()) {
        return std::nullopt;
    }
    const double value = cell.isInteger() || cell.isFloat() ? cell.getDouble() : std::nan("");
    if (!(std::fabs(value) <= most_parts)) { // so that NaN is refused as well
        note_odd(column);
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> Cells::parts(double of)
{
    constexpr double written = 1e-9; // a REAL has 15 digits and more
    const int column = next_;
    const auto value = number();
    if (!value) {
        return std::nullopt;
    }
    const auto whole = whole_parts(*value, of);
    if (std::fabs(*value * of) > most_parts ||
        std::fabs(*value * of - static_cast<double>(whole)) > std::fmax(1e-6, written * std::fabs(*value * of))) {
        note_odd(column);
    }
    return std::fabs(*value * of) > most_parts ? std::nullopt : std::optional(whole);
}

std::optional<Area> Cells::area()
{
    return parts(area_parts);
}

std::optional<Cents> Cells::cents()
{
    return parts(area_parts);
}

/// A statement ends once the user wants an end, or once it has computed for long without a row.
struct ResultFile::Patience
{
    static constexpr double limit_s = 5.0;

    std::clock_t since = std::clock();

    void renew() { since = std::clock(); }

    static int is_to_end(void* self)
    {
        const auto computed = std::clock() - static_cast<Patience*>(self)->since;
        return gis::is_interrupted() || static_cast<double>(computed) > limit_s * static_cast<double>(CLOCKS_PER_SEC) ? 1 : 0;
    }
};

ResultFile::ResultFile(const std::string& path) : path_(path), patience_(std::make_unique<Patience>())
{
    constexpr int steps_between_questions = 20'000;
    std::error_code error;
    if (!fs::is_regular_file(path, error)) { // a pipe would be waited for
        throw gis::Error(translate(Text::verify_no_file, {words::valid_utf8(path)}));
    }
    refuse_pending_edits(path);
    try {
        file_ = std::make_unique<SQLite::Database>(immutable_uri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        sqlite3_progress_handler(file_->getHandle(), steps_between_questions, &Patience::is_to_end, patience_.get());
        file_->exec("PRAGMA trusted_schema = OFF");
        file_->execAndGet("SELECT count(*) FROM sqlite_master");
    } catch (const SQLite::Exception& problem) {
        fail(problem.what());
    }
}

ResultFile::~ResultFile() = default;

void ResultFile::fail(const std::string& why) const
{
    gis::throw_if_interrupted();
    throw gis::Error(translate(Text::verify_unreadable, {words::valid_utf8(path_), words::valid_utf8(why)}));
}

std::string ResultFile::first_text(const std::string& sql, const std::string& value) const
{
    try {
        patience_->renew();
        SQLite::Statement row(*file_, sql);
        if (!value.empty()) {
            row.bind(1, value);
        }
        return row.executeStep() ? row.getColumn(0).getString() : std::string();
    } catch (const SQLite::Exception& problem) {
        fail(problem.what());
    }
}

bool ResultFile::has_table(const std::string& table) const
{
    return !first_text("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ? AND sql NOT LIKE 'CREATE VIRTUAL%'", table)
                .empty();
}

bool ResultFile::has_column(const std::string& table, const std::string& column) const
{
    return !first_text("SELECT name FROM pragma_table_info(" + quoted(table) + ") WHERE name = ?", column).empty();
}

std::string ResultFile::metadata() const
{
    return has_table("gpkg_metadata") ? first_text("SELECT metadata FROM gpkg_metadata ORDER BY rowid LIMIT 1", "") : "";
}

std::string ResultFile::crs_definition(const std::string& layer) const
{
    if (!has_table("gpkg_geometry_columns") || !has_table("gpkg_spatial_ref_sys")) {
        return {};
    }
    return first_text(
        "SELECT s.definition FROM gpkg_geometry_columns AS g JOIN gpkg_spatial_ref_sys AS s ON s.srs_id = g.srs_id WHERE g.table_name = ?",
        layer);
}

void ResultFile::read(const std::string& table, const std::vector<std::string>& columns, const std::function<void(Cells&)>& take)
{
    std::string list;
    for (const std::string& column : columns) {
        list += (list.empty() ? "" : ", ") + quoted(column);
    }
    try {
        patience_->renew();
        SQLite::Statement row(*file_, "SELECT " + list + " FROM " + quoted(table) + " ORDER BY rowid");
        Cells cells(row, table, columns, odd_);
        while (row.executeStep()) {
            patience_->renew();
            cells.begin();
            take(cells);
        }
    } catch (const SQLite::Exception& problem) {
        fail(problem.what());
    }
}

} // namespace fieldgap::verify
