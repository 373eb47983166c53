#include "layers/result/result_districts.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

struct DistrictRow
{
    const DistrictFigures& of;
    const DistrictReadings& readings;
};

LayerColumn<DistrictRow> area_column(std::string name, ExactArea GroupFigures::*area)
{
    return {std::move(name), ColumnType::real,
            [area](const DistrictRow& row) { return row.of.figures.has_areas ? cell(row.of.figures.*area) : Cell(); }};
}

LayerColumn<DistrictRow> channel_column(Channel channel)
{
    return {std::string(name_of(channel)) + "_m2", ColumnType::real,
            [channel](const DistrictRow& row) { return row.of.figures.has_areas ? cell(row.of.figures.given[channel]) : Cell(); }};
}

LayerColumn<DistrictRow> count_column(std::string name, Status status)
{
    return {std::move(name), ColumnType::integer, [status](const DistrictRow& row) { return Cell(row.of.figures.count(status)); }};
}

/// Mean and coefficient of variation of one stage, before or after the allocation.
void add_variation(std::vector<LayerColumn<DistrictRow>>& columns, Stage stage, PerStage<std::optional<Variation>> GroupFigures::*spread,
                   const std::string& suffix)
{
    const std::string name(name_of(stage));
    columns.push_back({"mean_" + name + suffix, ColumnType::real, [stage, spread](const DistrictRow& row) {
                           const auto& value = (row.of.figures.*spread)[stage];
                           return value ? rounded(value->mean_m2, ratio_step) : Cell();
                       }});
    columns.push_back({"cv_" + name + suffix, ColumnType::real, [stage, spread](const DistrictRow& row) {
                           const auto& value = (row.of.figures.*spread)[stage];
                           return value ? Cell(value->cv) : Cell();
                       }});
}

/// The verdicts by all indicators with data.
void add_readings(std::vector<LayerColumn<DistrictRow>>& columns)
{
    for (const auto& [name, reading] : {std::pair("passes_weighted", Reading::weighted), std::pair("passes_plain", Reading::plain)}) {
        columns.push_back({name, ColumnType::boolean, [of = reading](const DistrictRow& row) { return cell(row.readings.passes[of]); }});
    }
    columns.push_back({"deciding_reading", ColumnType::text,
                       [](const DistrictRow& row) { return row.readings.deciding ? text_cell(name_of(*row.readings.deciding)) : Cell(); }});
}

std::vector<LayerColumn<DistrictRow>> district_columns()
{
    std::vector<LayerColumn<DistrictRow>> columns = {
        {"district_id", ColumnType::text, [](const DistrictRow& row) { return text_cell(row.of.id); }},
        {"name", ColumnType::text, [](const DistrictRow& row) { return text_or_null(row.of.name); }},
        {"schools", ColumnType::integer, [](const DistrictRow& row) { return Cell(row.of.figures.schools); }},
        {"pupils", ColumnType::integer, [](const DistrictRow& row) { return Cell(row.of.figures.pupils); }},
        area_column("own_m2", &GroupFigures::own),
        area_column("required_m2", &GroupFigures::required),
        area_column("gap_m2", &GroupFigures::gap),
        channel_column(Channel::rent),
        channel_column(Channel::share),
        channel_column(Channel::basement),
        channel_column(Channel::expand),
        area_column("residual_m2", &GroupFigures::residual),
        {"cost", ColumnType::real,
         [](const DistrictRow& row) { return row.of.figures.has_areas ? rounded(row.of.figures.cost, 0.01) : Cell(); }},
    };
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        add_variation(columns, stage, &GroupFigures::before, "");
    }
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        add_variation(columns, stage, &GroupFigures::after, "_after");
    }
    columns.push_back(count_column("schools_meet", Status::meets));
    columns.push_back(count_column("schools_near", Status::near));
    columns.push_back(count_column("schools_short", Status::short_of));
    columns.push_back(count_column("schools_unknown", Status::unknown));
    columns.push_back({"passes", ColumnType::boolean, [](const DistrictRow& row) { return cell(row.of.figures.passes); }});
    add_readings(columns);
    return columns;
}

} // namespace

void write_districts(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<DistrictRow> layer(file, "districts", gis::LayerGeometry::multi_polygon, words::translate(words::Text::layer_districts),
                                   district_columns());
    const std::vector<DistrictFigures>& districts = view.results.districts.rows;
    for (std::size_t d = 0; d < districts.size(); ++d) {
        layer.add(districts[d].ground, {districts[d], view.indicators->districts[d]});
    }
}

} // namespace fieldgap
