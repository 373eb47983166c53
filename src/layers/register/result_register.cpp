#include "layers/register/result_register.hpp"

#include "domain/register/struck_schools.hpp"
#include "layers/result/layer_writer.hpp"
#include "layers/result/school_columns.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace fieldgap {
namespace {

using gis::ColumnType;
using words::Text;

gis::Cell area_cell(const std::optional<ExactArea>& area)
{
    return area ? cell(*area) : gis::Cell();
}

struct StruckRow
{
    const ResultView& view;
    const StruckSchool& school;
    std::optional<std::size_t> position; ///< in City::schools
};

gis::Cell name_cell(const StruckRow& row)
{
    return row.position ? text_or_null(row.view.city.schools[*row.position].name) : gis::Cell();
}

gis::Cell district_cell(const StruckRow& row)
{
    const Districts& districts = row.view.results.districts;
    const auto district = row.position ? districts.district_of_school[*row.position] : std::nullopt;
    if (!district) {
        return {};
    }
    const DistrictFigures& found = districts.rows[*district];
    return text_or_null(found.name.empty() ? found.id : found.name);
}

std::vector<LayerColumn<StruckRow>> struck_columns()
{
    return {
        {"school_id", ColumnType::text, [](const StruckRow& row) { return text_cell(row.school.school_id); }},
        {"name", ColumnType::text, name_cell},
        {"district", ColumnType::text, district_cell},
        {"state", ColumnType::text, [](const StruckRow& row) { return text_cell(name_of(row.school.state)); }},
        {"issues", ColumnType::integer, [](const StruckRow& row) { return gis::Cell(row.school.issues); }},
        {"open_issues", ColumnType::integer, [](const StruckRow& row) { return gis::Cell(row.school.open_issues); }},
        {"baseline_gap_m2", ColumnType::real, [](const StruckRow& row) { return cell(row.school.baseline_gap); }},
        {"current_gap_m2", ColumnType::real, [](const StruckRow& row) { return area_cell(row.school.current_gap); }},
        {"due", ColumnType::text, [](const StruckRow& row) { return text_or_null(row.school.due); }},
        {"unit", ColumnType::text, [](const StruckRow& row) { return text_or_null(row.school.unit); }},
        {"evidence", ColumnType::text, [](const StruckRow& row) { return text_or_null(row.school.evidence); }},
    };
}

/// What districts write, in an issue and in its history.
template <class Row>
void add_district(std::vector<LayerColumn<Row>>& columns)
{
    for (const Channel channel : all_channels) {
        columns.push_back({"promised_" + std::string(name_of(channel)) + "_m2", ColumnType::real,
                           [channel](const Row& row) { return area_cell(row.district.promised[channel]); }});
    }
    columns.push_back({"unit", ColumnType::text, [](const Row& row) { return text_or_null(row.district.unit); }});
    columns.push_back({"due", ColumnType::text, [](const Row& row) { return text_or_null(row.district.due); }});
    columns.push_back({"note", ColumnType::text, [](const Row& row) { return text_or_null(row.district.note); }});
}

std::vector<LayerColumn<RegisterRow>> issue_columns()
{
    std::vector<LayerColumn<RegisterRow>> columns = {
        {"issue_id", ColumnType::text, [](const RegisterRow& row) { return text_cell(row.issue_id); }},
        {"school_id", ColumnType::text, [](const RegisterRow& row) { return text_or_null(row.school_id); }},
        {"stage", ColumnType::text, [](const RegisterRow& row) { return text_or_null(row.stage); }},
        {"opened", ColumnType::text, [](const RegisterRow& row) { return text_or_null(row.opened); }},
        {"baseline_gap_m2", ColumnType::real, [](const RegisterRow& row) { return area_cell(row.baseline_gap); }},
    };
    add_district(columns);
    columns.push_back({"current_gap_m2", ColumnType::real, [](const RegisterRow& row) { return area_cell(row.current_gap); }});
    columns.push_back({"state", ColumnType::text, [](const RegisterRow& row) { return text_or_null(row.state); }});
    columns.push_back({"closed", ColumnType::text, [](const RegisterRow& row) { return text_or_null(row.closed); }});
    columns.push_back({"evidence", ColumnType::text, [](const RegisterRow& row) { return text_or_null(row.evidence); }});
    columns.push_back({"history", ColumnType::text, [](const RegisterRow& row) { return text_or_null(row.history); }});
    return columns;
}

std::vector<LayerColumn<HistoryRow>> history_columns()
{
    std::vector<LayerColumn<HistoryRow>> columns = {
        {"issue_id", ColumnType::text, [](const HistoryRow& row) { return text_cell(row.issue_id); }},
        {"as_of", ColumnType::text, [](const HistoryRow& row) { return text_cell(row.as_of); }},
        {"state_before", ColumnType::text, [](const HistoryRow& row) { return text_cell(row.state_before); }},
        {"state", ColumnType::text, [](const HistoryRow& row) { return text_cell(row.state); }},
        {"required_m2", ColumnType::real, [](const HistoryRow& row) { return area_cell(row.required); }},
        {"pupils", ColumnType::integer, [](const HistoryRow& row) { return cell(row.pupils); }},
        {"own_m2", ColumnType::real, [](const HistoryRow& row) { return area_cell(row.own); }},
        {"special_m2", ColumnType::real, [](const HistoryRow& row) { return area_cell(row.special); }},
        {"leased_m2", ColumnType::real, [](const HistoryRow& row) { return area_cell(row.leased); }},
        {"gap_m2", ColumnType::real, [](const HistoryRow& row) { return area_cell(row.gap); }},
    };
    add_district(columns);
    columns.push_back({"evidence", ColumnType::text, [](const HistoryRow& row) { return text_or_null(row.evidence); }});
    return columns;
}

LayerColumn<RunRow> count_column(std::string name, std::int64_t RunRow::*count)
{
    return {std::move(name), ColumnType::integer, [count](const RunRow& row) { return gis::Cell(row.*count); }};
}

std::vector<LayerColumn<RunRow>> run_columns()
{
    std::vector<LayerColumn<RunRow>> columns = {
        {"as_of", ColumnType::text, [](const RunRow& row) { return text_cell(row.as_of); }},
        {"district", ColumnType::text, [](const RunRow& row) { return text_cell(row.district); }},
        {"stage", ColumnType::text, [](const RunRow& row) { return text_cell(row.stage); }},
        count_column("schools_meets", &RunRow::schools_meets),
        count_column("schools_near", &RunRow::schools_near),
        count_column("schools_short", &RunRow::schools_short),
        count_column("schools_unknown", &RunRow::schools_unknown),
        count_column("pupils_short", &RunRow::pupils_short),
        {"gap_m2", ColumnType::real, [](const RunRow& row) { return area_cell(row.gap); }},
        count_column("issues", &RunRow::issues),
    };
    for (const IssueState state : all_issue_states) {
        columns.push_back({std::string(name_of(state)), ColumnType::integer,
                           [state](const RunRow& row) { return gis::Cell(row.in_state[static_cast<std::size_t>(state)]); }});
    }
    columns.push_back(count_column("opened_now", &RunRow::opened_now));
    columns.push_back(count_column("closed_now", &RunRow::closed_now));
    columns.push_back(count_column("reopened_now", &RunRow::reopened_now));
    return columns;
}

std::vector<LayerColumn<AmountRow>> amount_columns()
{
    return {
        {"as_of", ColumnType::text, [](const AmountRow& row) { return text_cell(row.as_of); }},
        {"key", ColumnType::text, [](const AmountRow& row) { return text_cell(row.key); }},
        {"value", ColumnType::real, [](const AmountRow& row) { return row.value ? gis::Cell(*row.value) : gis::Cell(); }},
        {"text", ColumnType::text, [](const AmountRow& row) { return text_or_null(row.text); }},
        {"unit", ColumnType::text, [](const AmountRow& row) { return text_or_null(row.unit); }},
    };
}

template <class Row>
void write_table(gis::GeoPackage& file, const char* name, Text description, const std::vector<LayerColumn<Row>>& columns,
                 const std::vector<Row>& rows)
{
    LayerWriter<Row> layer(file, name, gis::LayerGeometry::none, words::translate(description), columns);
    for (const Row& row : rows) {
        layer.add({}, row);
    }
}

/// The order of the file is that of the runs: here rows stand by what they are of.
RegisterContent sorted_content(const RegisterAfter* after)
{
    RegisterContent content = after == nullptr ? RegisterContent() : after->content;
    std::stable_sort(content.issues.begin(), content.issues.end(),
                     [](const RegisterRow& a, const RegisterRow& b) { return a.issue_id < b.issue_id; });
    std::stable_sort(content.history.begin(), content.history.end(), [](const HistoryRow& a, const HistoryRow& b) {
        return std::tie(a.as_of, a.issue_id) < std::tie(b.as_of, b.issue_id);
    });
    std::stable_sort(content.runs.begin(), content.runs.end(), [](const RunRow& a, const RunRow& b) { return a.as_of < b.as_of; });
    std::stable_sort(content.amounts.begin(), content.amounts.end(),
                     [](const AmountRow& a, const AmountRow& b) { return a.as_of < b.as_of; });
    return content;
}

} // namespace

void write_strike_off(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<StruckRow> layer(file, "strike_off", gis::LayerGeometry::point, words::translate(Text::layer_strike_off), struck_columns());
    if (view.strike_off == nullptr) {
        return;
    }
    std::map<std::string, std::size_t> positions;
    for (std::size_t s = 0; s < view.city.schools.size(); ++s) {
        positions.emplace(view.city.schools[s].id, s);
    }
    for (const StruckSchool& school : struck_schools(*view.strike_off)) {
        const auto found = positions.find(school.school_id);
        const auto position = found == positions.end() ? std::nullopt : std::optional(found->second);
        const gis::Geometry place = position ? gis::Geometry(map_point(view.city, view.results.owns, *position)) : gis::Geometry();
        layer.add(place, {view, school, position});
    }
}

void write_register(gis::GeoPackage& file, const ResultView& view)
{
    const RegisterContent content = sorted_content(view.strike_off);
    write_table(file, "register", Text::layer_register, issue_columns(), content.issues);
    write_table(file, "register_history", Text::layer_register_history, history_columns(), content.history);
    write_table(file, "register_runs", Text::layer_register_runs, run_columns(), content.runs);
    write_table(file, "register_amounts", Text::layer_register_amounts, amount_columns(), content.amounts);
}

} // namespace fieldgap
