#include "register/register_rows_in.hpp"

#include "gis/interrupt.hpp"
#include "register/register_schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <charconv>
#include <cmath>
#include <functional>

namespace fieldgap::strike_off {
namespace {

constexpr double most_m2 = 1e9;

std::optional<ExactArea> area_of(double m2)
{
    return std::isfinite(m2) && std::fabs(m2) <= most_m2 ? std::optional(ExactArea::rounded(gis::SquareMetres(m2))) : std::nullopt;
}

/// The whole text as a number.
std::optional<double> number_of(std::string_view text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// One row of a table, column after column.
class Cells
{
public:
    Cells(SQLite::Statement& row, const Table& table) : row_(row), table_(table) {}

    std::int64_t place() { return row_.getColumn(0).getInt64(); }
    std::string text() { return cell().getString(); }
    std::int64_t whole() { return cell().getInt64(); }
    std::optional<std::int64_t> whole_or_none()
    {
        const SQLite::Column value = cell();
        return value.isInteger() ? std::optional<std::int64_t>(value.getInt64()) : std::nullopt;
    }
    std::optional<double> number()
    {
        const SQLite::Column value = cell();
        return (value.isInteger() || value.isFloat()) && std::isfinite(value.getDouble()) ? std::optional(value.getDouble()) : std::nullopt;
    }
    std::optional<ExactArea> area()
    {
        const auto m2 = number();
        return m2 ? area_of(*m2) : std::nullopt;
    }
    /// What a person wrote: numbers also where the column holds texts; what is none, or less than nothing, goes to `odd`.
    std::optional<ExactArea> promise(const std::string& issue_id, std::vector<OddPromise>* odd)
    {
        const std::string column(table_.columns[static_cast<std::size_t>(next_ - 1)].name);
        const SQLite::Column value = cell();
        const std::string written = value.getString();
        if (value.isNull() || written.find_first_not_of(" \t") == std::string::npos) {
            return std::nullopt;
        }
        const auto m2 = value.isText() ? number_of(written) : value.isBlob() ? std::nullopt : std::optional(value.getDouble());
        const auto area = m2 && *m2 >= 0.0 ? area_of(*m2) : std::nullopt;
        if (!area && odd != nullptr) {
            odd->push_back({issue_id, column, written});
        }
        return area;
    }

private:
    SQLite::Column cell() { return row_.getColumn(next_++); }

    SQLite::Statement& row_;
    const Table& table_;
    int next_ = 1;
};

DistrictColumns district_columns(Cells& cells, const std::string& issue_id, std::vector<OddPromise>* odd)
{
    DistrictColumns out;
    for (const Channel channel : all_channels) {
        out.promised[channel] = cells.promise(issue_id, odd);
    }
    return out;
}

RegisterRow issue_row(Cells& cells, std::vector<OddPromise>& odd)
{
    RegisterRow row;
    row.place = cells.place();
    row.issue_id = cells.text();
    row.school_id = cells.text();
    row.stage = cells.text();
    row.opened = cells.text();
    row.baseline_gap = cells.area();
    row.district = district_columns(cells, row.issue_id, &odd);
    row.district.unit = cells.text();
    row.district.due = cells.text();
    row.district.note = cells.text();
    row.current_gap = cells.area();
    row.state = cells.text();
    row.closed = cells.text();
    row.evidence = cells.text();
    row.history = cells.text();
    return row;
}

HistoryRow history_row(Cells& cells)
{
    HistoryRow row;
    row.issue_id = cells.text();
    row.as_of = cells.text();
    row.state_before = cells.text();
    row.state = cells.text();
    row.required = cells.area();
    row.pupils = cells.whole_or_none();
    row.own = cells.area();
    row.special = cells.area();
    row.leased = cells.area();
    row.gap = cells.area();
    row.district = district_columns(cells, row.issue_id, nullptr);
    row.district.unit = cells.text();
    row.district.due = cells.text();
    row.district.note = cells.text();
    row.evidence = cells.text();
    return row;
}

RunRow run_row(Cells& cells)
{
    RunRow row;
    row.as_of = cells.text();
    row.district = cells.text();
    row.stage = cells.text();
    row.schools_meets = cells.whole();
    row.schools_near = cells.whole();
    row.schools_short = cells.whole();
    row.schools_unknown = cells.whole();
    row.pupils_short = cells.whole();
    row.gap = cells.area();
    row.issues = cells.whole();
    for (std::int64_t& issues : row.in_state) {
        issues = cells.whole();
    }
    row.opened_now = cells.whole();
    row.closed_now = cells.whole();
    row.reopened_now = cells.whole();
    return row;
}

AmountRow amount_row(Cells& cells)
{
    AmountRow row;
    row.as_of = cells.text();
    row.key = cells.text();
    row.value = cells.number();
    row.text = cells.text();
    row.unit = cells.text();
    return row;
}

/// Each row of a table in the order of the file; what is missing of it reads as NULL and is noted.
void for_each_row(SQLite::Database& file, std::string_view name, std::vector<MissingColumn>& missing,
                  const std::function<void(Cells&)>& take)
{
    const Table& table = table_named(name);
    if (!has_table(file, name)) {
        missing.push_back({std::string(name), ""});
        return;
    }
    std::string columns = "rowid";
    for (const TableColumn& column : table.columns) {
        const bool is_there = has_column(file, name, column.name);
        columns += is_there ? ", \"" + std::string(column.name) + "\"" : ", NULL";
        if (!is_there) {
            missing.push_back({std::string(name), std::string(column.name)});
        }
    }
    SQLite::Statement row(file, "SELECT " + columns + " FROM \"" + std::string(name) + "\" ORDER BY rowid");
    while (row.executeStep()) {
        gis::throw_if_interrupted();
        Cells cells(row, table);
        take(cells);
    }
}

} // namespace

bool has_table(SQLite::Database& file, std::string_view table)
{
    SQLite::Statement found(file, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ? AND sql NOT LIKE 'CREATE VIRTUAL%'");
    found.bind(1, std::string(table));
    return found.executeStep();
}

bool has_column(SQLite::Database& file, std::string_view table, std::string_view column)
{
    SQLite::Statement found(file, "SELECT 1 FROM pragma_table_info(?) WHERE name = ? COLLATE NOCASE");
    found.bind(1, std::string(table));
    found.bind(2, std::string(column));
    return found.executeStep();
}

bool is_register(SQLite::Database& file)
{
    return has_table(file, "register") && has_column(file, "register", "issue_id");
}

RegisterContent rows_in(SQLite::Database& file)
{
    RegisterContent out;
    for_each_row(file, "register", out.missing, [&](Cells& cells) { out.issues.push_back(issue_row(cells, out.odd_promises)); });
    for_each_row(file, "register_history", out.missing, [&](Cells& cells) { out.history.push_back(history_row(cells)); });
    for_each_row(file, "register_runs", out.missing, [&](Cells& cells) { out.runs.push_back(run_row(cells)); });
    for_each_row(file, "register_amounts", out.missing, [&](Cells& cells) { out.amounts.push_back(amount_row(cells)); });
    return out;
}

} // namespace fieldgap::strike_off
