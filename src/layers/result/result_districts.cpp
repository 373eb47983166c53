#include "layers/result/result_districts.hpp"

#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

LayerColumn<DistrictFigures> area_column(std::string name, ExactArea GroupFigures::*area)
{
    return {std::move(name), ColumnType::real,
            [area](const DistrictFigures& row) { return row.figures.has_areas ? cell(row.figures.*area) : Cell(); }};
}

LayerColumn<DistrictFigures> channel_column(Channel channel)
{
    return {std::string(name_of(channel)) + "_m2", ColumnType::real,
            [channel](const DistrictFigures& row) { return row.figures.has_areas ? cell(row.figures.given[channel]) : Cell(); }};
}

LayerColumn<DistrictFigures> count_column(std::string name, Status status)
{
    return {std::move(name), ColumnType::integer, [status](const DistrictFigures& row) { return Cell(row.figures.count(status)); }};
}

/// Mean and coefficient of variation of one stage, before or after the allocation.
void add_variation(std::vector<LayerColumn<DistrictFigures>>& columns, Stage stage,
                   PerStage<std::optional<Variation>> GroupFigures::*spread, const std::string& suffix)
{
    const std::string name(name_of(stage));
    columns.push_back({"mean_" + name + suffix, ColumnType::real, [stage, spread](const DistrictFigures& row) {
                           const auto& value = (row.figures.*spread)[stage];
                           return value ? rounded(value->mean_m2, ratio_step) : Cell();
                       }});
    columns.push_back({"cv_" + name + suffix, ColumnType::real, [stage, spread](const DistrictFigures& row) {
                           const auto& value = (row.figures.*spread)[stage];
                           return value ? Cell(value->cv) : Cell();
                       }});
}

std::vector<LayerColumn<DistrictFigures>> district_columns()
{
    std::vector<LayerColumn<DistrictFigures>> columns = {
        {"district_id", ColumnType::text, [](const DistrictFigures& row) { return text_cell(row.id); }},
        {"name", ColumnType::text, [](const DistrictFigures& row) { return text_or_null(row.name); }},
        {"schools", ColumnType::integer, [](const DistrictFigures& row) { return Cell(row.figures.schools); }},
        {"pupils", ColumnType::integer, [](const DistrictFigures& row) { return Cell(row.figures.pupils); }},
        area_column("own_m2", &GroupFigures::own),
        area_column("required_m2", &GroupFigures::required),
        area_column("gap_m2", &GroupFigures::gap),
        channel_column(Channel::rent),
        channel_column(Channel::share),
        channel_column(Channel::basement),
        channel_column(Channel::expand),
        area_column("residual_m2", &GroupFigures::residual),
        {"cost", ColumnType::real,
         [](const DistrictFigures& row) { return row.figures.has_areas ? rounded(row.figures.cost, 0.01) : Cell(); }},
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
    columns.push_back({"passes", ColumnType::boolean, [](const DistrictFigures& row) { return cell(row.figures.passes); }});
    return columns;
}

} // namespace

void write_districts(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<DistrictFigures> layer(file, "districts", gis::LayerGeometry::multi_polygon, words::translate(words::Text::layer_districts),
                                       district_columns());
    for (const DistrictFigures& district : view.results.districts.rows) {
        layer.add(district.ground, district);
    }
}

} // namespace fieldgap
