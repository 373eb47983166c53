#include "workbook/sheet_plan.hpp"

#include "layers/reading/column_codes.hpp"
#include "layers/reading/column_titles.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

struct SheetOfTable
{
    const char* table;
    Text title;
};

constexpr std::array<SheetOfTable, 11> sheets = {{{"schools", Text::sheet_schools},
                                                  {"stages", Text::sheet_stages},
                                                  {"ledger", Text::sheet_ledger},
                                                  {"districts", Text::sheet_districts},
                                                  {"indicators", Text::sheet_indicators},
                                                  {"variation", Text::sheet_variation},
                                                  {"residential", Text::sheet_estates},
                                                  {"surfaces", Text::sheet_surfaces},
                                                  {"programme", Text::sheet_programme},
                                                  {"data_issues", Text::sheet_issues},
                                                  {"summary", Text::sheet_summary}}};

struct TableColumn
{
    std::string name;
    std::string type;
};

/// Without its row numbers and its geometry.
std::vector<TableColumn> columns_of(const gis::SqliteConnection& result, const std::string& table)
{
    gis::SqliteStatement rows(result, "SELECT name, upper(type) FROM pragma_table_info(?1) WHERE pk = 0 AND name NOT IN "
                                      "(SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?1)");
    rows.bind(1, table);
    std::vector<TableColumn> columns;
    while (rows.step()) {
        columns.push_back({rows.text(0), rows.text(1)});
    }
    return columns;
}

bool has(const std::vector<TableColumn>& columns, std::string_view name)
{
    return std::any_of(columns.begin(), columns.end(), [name](const TableColumn& column) { return column.name == name; });
}

CellKind kind_of(const TableColumn& column)
{
    const std::string_view name = column.name;
    if (name == "value") {
        return CellKind::figure;
    }
    if (column.type == "BOOLEAN") {
        return CellKind::yes_or_no;
    }
    if (column.type == "INTEGER") {
        return name == "year" || name.ends_with("_year") ? CellKind::year : CellKind::whole;
    }
    if (column.type == "REAL") {
        const bool is_ratio = name.starts_with("cv_") || name == "ratio" || name == "weight" || name == "pace" || name == "limit";
        return is_ratio ? CellKind::ratio : CellKind::amount;
    }
    return CellKind::text;
}

SheetColumn sheet_column(const std::string& table, const TableColumn& column)
{
    SheetColumn made{column_title(table, column.name).value_or(column.name), kind_of(column), {}, false};
    const std::string of_any_table = column.name == "stage" ? "stages.stage" : column.name;
    for (const std::string& coded : {table + "." + column.name, of_any_table}) {
        for (auto& [code, word] : words_for_codes(coded)) {
            made.words.emplace(code, word);
        }
    }
    return made;
}

SheetPlan plan_of(const std::string& table, Text title, const std::vector<TableColumn>& columns, bool has_schools)
{
    SheetPlan plan{table, translate(title), {}, {}, has(columns, "name") ? 2U : 1U};
    const bool wants_names = has_schools && has(columns, "school_id") && !has(columns, "name");
    std::string chosen;
    const auto choose = [&](const std::string& expression, SheetColumn column) {
        chosen += (chosen.empty() ? "" : ", ") + expression;
        plan.columns.push_back(std::move(column));
    };
    for (const TableColumn& column : columns) {
        choose("t." + gis::sql_name(column.name), sheet_column(table, column));
        if (column.name == "school_id" && wants_names) {
            choose("s.name", {column_title("school_name").value_or("name"), CellKind::text, {}, false});
            plan.frozen_columns = 2;
        }
        if (column.name == "key") {
            choose("t.key", {translate(Text::sheet_meaning), CellKind::text, {}, true});
            plan.frozen_columns = 2;
        }
    }
    plan.query = "SELECT " + chosen + " FROM " + gis::sql_name(table) + " AS t" +
                 (wants_names ? " LEFT JOIN schools AS s ON s.school_id = t.school_id" : "") + " ORDER BY t.rowid";
    return plan;
}

} // namespace

std::vector<SheetPlan> sheet_plans(const gis::SqliteConnection& result)
{
    const std::vector<TableColumn> of_schools = columns_of(result, "schools");
    const bool has_schools = has(of_schools, "school_id") && has(of_schools, "name");
    std::vector<SheetPlan> plans;
    for (const SheetOfTable& sheet : sheets) {
        const std::vector<TableColumn> columns = columns_of(result, sheet.table);
        if (!columns.empty()) {
            plans.push_back(plan_of(sheet.table, sheet.title, columns, has_schools));
        }
    }
    return plans;
}

} // namespace fieldgap
