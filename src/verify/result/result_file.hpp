#pragma once
// The file of a result, read with SQLite alone. It may be damaged, or hold anything: nothing of it is believed unseen, and not a byte of it
// changes.

#include "verify/result/amounts.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace fieldgap::verify {

/// A value that is not what its column holds: a text for a number, an area that is no whole 0.01 m2.
struct OddValue
{
    std::string table;
    std::string row; ///< its first column
    std::string column;
    std::string value;
};

/// The cells of a row, taken one after another in the order in which they were asked for. What is NULL is absent, or an empty text.
class Cells
{
public:
    Cells(SQLite::Statement& row, const std::string& table, const std::vector<std::string>& columns, std::vector<OddValue>& odd);

    /// To be called before each row.
    void begin() { next_ = 0; }

    std::string text();
    std::optional<std::string> text_or_none();
    std::string_view bytes(); ///< until the next row
    std::optional<double> number();
    std::optional<Area> area();
    std::optional<Cents> cents();

private:
    std::optional<std::int64_t> parts(double of);
    void note_odd(int column);

    SQLite::Statement& row_;
    const std::string& table_;
    const std::vector<std::string>& columns_;
    std::vector<OddValue>& odd_;
    int next_ = 0;
};

class ResultFile
{
public:
    /// Throws gis::Error where it is no SQLite file, cannot be read, or edits lie beside it that are not in it.
    explicit ResultFile(const std::string& path);
    ResultFile(const ResultFile&) = delete;
    ResultFile& operator=(const ResultFile&) = delete;
    ~ResultFile();

    const std::string& path() const { return path_; }
    /// True for tables alone: a view may be without end, and a virtual table may be anything.
    bool has_table(const std::string& table) const;
    bool has_column(const std::string& table, const std::string& column) const;
    /// The first document in gpkg_metadata; empty where there is none.
    std::string metadata() const;
    /// The definition of the coordinate system of a layer; empty where it has none.
    std::string crs_definition(const std::string& layer) const;

    /// Calls `take` with each row, in the order of the file. Table and columns are there.
    void read(const std::string& table, const std::vector<std::string>& columns, const std::function<void(Cells&)>& take);

    const std::vector<OddValue>& odd_values() const { return odd_; }

private:
    struct Patience;

    [[noreturn]] void fail(const std::string& why) const;
    std::string first_text(const std::string& sql, const std::string& value) const;

    std::string path_;
    std::unique_ptr<Patience> patience_;
    std::unique_ptr<SQLite::Database> file_;
    std::vector<OddValue> odd_;
};

} // namespace fieldgap::verify
