#include "register/register_rows_out.hpp"

#include "register/register_rows_in.hpp"
#include "register/register_schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

namespace fieldgap::strike_off {
namespace {

/// What a column gets.
class Bound
{
public:
    Bound(std::string column, const std::string& text)
        : column_(std::move(column)), text_(text.empty() ? std::nullopt : std::optional(text))
    {
    }
    Bound(std::string column, std::optional<ExactArea> area)
        : column_(std::move(column)), number_(area ? std::optional(area->square_metres()) : std::nullopt)
    {
    }
    Bound(std::string column, std::optional<double> number) : column_(std::move(column)), number_(number) {}
    Bound(std::string column, std::optional<std::int64_t> whole) : column_(std::move(column)), whole_(whole) {}

    const std::string& column() const { return column_; }

    /// An empty text that stands for something, and is not NULL as others are.
    static Bound also_empty(std::string column, const std::string& text)
    {
        Bound bound(std::move(column), text);
        bound.text_ = text;
        return bound;
    }

    void put(SQLite::Statement& row, int place) const
    {
        if (number_) {
            row.bind(place, *number_);
        } else if (whole_) {
            row.bind(place, *whole_);
        } else if (text_) {
            row.bind(place, *text_);
        } else {
            row.bind(place);
        }
    }

private:
    std::string column_;
    std::optional<std::string> text_;
    std::optional<double> number_;
    std::optional<std::int64_t> whole_;
};

using Row = std::vector<Bound>;

void add(Row& row, const DistrictColumns& district)
{
    for (const Channel channel : all_channels) {
        row.emplace_back("promised_" + std::string(name_of(channel)) + "_m2", district.promised[channel]);
    }
    row.emplace_back("unit", district.unit);
    row.emplace_back("due", district.due);
    row.emplace_back("note", district.note);
}

/// What runs write.
Row our_columns(const RegisterRow& issue)
{
    return {{"school_id", issue.school_id},
            {"stage", issue.stage},
            {"opened", issue.opened},
            {"baseline_gap_m2", issue.baseline_gap},
            {"current_gap_m2", issue.current_gap},
            {"state", issue.state},
            {"closed", issue.closed},
            {"evidence", issue.evidence},
            {"history", issue.history}};
}

Row columns_of(const HistoryRow& entry)
{
    Row row = {{"issue_id", entry.issue_id}, {"as_of", entry.as_of},          Bound::also_empty("state_before", entry.state_before),
               {"state", entry.state},       {"required_m2", entry.required}, {"pupils", entry.pupils},
               {"own_m2", entry.own},        {"special_m2", entry.special},   {"leased_m2", entry.leased},
               {"gap_m2", entry.gap}};
    add(row, entry.district);
    row.emplace_back("evidence", entry.evidence);
    return row;
}

std::optional<std::int64_t> count(std::int64_t number)
{
    return number;
}

Row columns_of(const RunRow& run)
{
    Row row = {{"as_of", run.as_of},
               Bound::also_empty("district", run.district),
               Bound::also_empty("stage", run.stage),
               {"schools_meets", count(run.schools_meets)},
               {"schools_near", count(run.schools_near)},
               {"schools_short", count(run.schools_short)},
               {"schools_unknown", count(run.schools_unknown)},
               {"pupils_short", count(run.pupils_short)},
               {"gap_m2", run.gap},
               {"issues", count(run.issues)}};
    for (const IssueState state : all_issue_states) {
        row.emplace_back(std::string(name_of(state)), count(run.in_state[static_cast<std::size_t>(state)]));
    }
    row.emplace_back("opened_now", count(run.opened_now));
    row.emplace_back("closed_now", count(run.closed_now));
    row.emplace_back("reopened_now", count(run.reopened_now));
    return row;
}

Row columns_of(const AmountRow& amount)
{
    return {{"as_of", amount.as_of}, {"key", amount.key}, {"value", amount.value}, {"text", amount.text}, {"unit", amount.unit}};
}

/// The columns of ours that a table of the file has.
class OurTable
{
public:
    OurTable(SQLite::Database& file, std::string_view name) : file_(file), name_(name)
    {
        for (const TableColumn& column : table_named(name).columns) {
            if (has_column(file, name, column.name)) {
                columns_.insert(std::string(column.name));
            }
        }
    }

    void insert(const Row& all)
    {
        const Row row = there(all);
        std::string columns;
        std::string values;
        for (const Bound& one : row) {
            columns += (columns.empty() ? "\"" : ", \"") + one.column() + "\"";
            values += values.empty() ? "?" : ", ?";
        }
        SQLite::Statement statement(file_, "INSERT INTO \"" + name_ + "\" (" + columns + ") VALUES (" + values + ")");
        bind(statement, row);
        statement.exec();
    }

    void update(std::int64_t place, const Row& all)
    {
        const Row row = there(all);
        std::string changes;
        for (const Bound& one : row) {
            changes += (changes.empty() ? "\"" : ", \"") + one.column() + "\" = ?";
        }
        if (row.empty()) {
            return;
        }
        SQLite::Statement statement(file_, "UPDATE \"" + name_ + "\" SET " + changes + " WHERE rowid = ?");
        bind(statement, row);
        statement.bind(static_cast<int>(row.size()) + 1, place);
        statement.exec();
    }

    void delete_day(const std::string& as_of)
    {
        if (!columns_.contains("as_of")) {
            return;
        }
        SQLite::Statement statement(file_, "DELETE FROM \"" + name_ + "\" WHERE as_of = ?");
        statement.bind(1, as_of);
        statement.exec();
    }

private:
    Row there(const Row& all) const
    {
        Row row;
        for (const Bound& one : all) {
            if (columns_.contains(one.column())) {
                row.push_back(one);
            }
        }
        return row;
    }

    static void bind(SQLite::Statement& statement, const Row& row)
    {
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i].put(statement, static_cast<int>(i) + 1);
        }
    }

    SQLite::Database& file_;
    std::string name_;
    std::set<std::string> columns_;
};

void make_missing_tables(SQLite::Database& file, const std::string& as_of)
{
    for (const Table& table : tables()) {
        if (!has_table(file, table.name)) {
            for (const std::string& sql : create_table_sql(table, as_of)) {
                file.exec(sql);
            }
        }
    }
}

void write_issues(SQLite::Database& file, const RegisterAfter& after)
{
    OurTable table(file, "register");
    for (const IssueInRun& issue : after.issues) {
        const RegisterRow& row = after.content.issues[issue.row];
        Row columns = our_columns(row);
        if (row.place != 0) {
            table.update(row.place, columns);
        } else {
            columns.insert(columns.begin(), Bound("issue_id", row.issue_id));
            table.insert(columns);
        }
    }
}

/// The rows of the day in place of those that it had.
template <class AnyRow>
void write_day(SQLite::Database& file, std::string_view name, const std::string& as_of, const std::vector<AnyRow>& rows)
{
    OurTable table(file, name);
    table.delete_day(as_of);
    for (const AnyRow& row : rows) {
        if (row.as_of == as_of) {
            table.insert(columns_of(row));
        }
    }
}

} // namespace

void write_rows(SQLite::Database& file, const RegisterAfter& after)
{
    make_missing_tables(file, after.as_of);
    write_issues(file, after);
    write_day(file, "register_history", after.as_of, after.content.history);
    write_day(file, "register_runs", after.as_of, after.content.runs);
    write_day(file, "register_amounts", after.as_of, after.content.amounts);
}

} // namespace fieldgap::strike_off
