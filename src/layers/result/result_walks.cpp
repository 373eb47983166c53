#include "layers/result/result_walks.hpp"

#include "domain/walk_map/reached_streets.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

struct WalkAreaRow
{
    const School& school;
    const WalkArea& area;
};

std::vector<LayerColumn<WalkAreaRow>> walk_area_columns()
{
    return {
        {"school_id", ColumnType::text, [](const WalkAreaRow& row) { return text_cell(row.school.id); }},
        {"minutes", ColumnType::real, [](const WalkAreaRow& row) { return Cell(row.area.minutes); }},
        {"area_m2", ColumnType::real,
         [](const WalkAreaRow& row) { return rounded(gis::area(row.area.ground).square_metres(), area_step_m2); }},
    };
}

struct StreetRow
{
    const gis::WalkNetwork& network;
    const ReachedStreet& street;

    const gis::StreetKind& kind() const { return network.kinds[network.edge_kind[gis::index(street.edge)]]; }
};

std::vector<LayerColumn<StreetRow>> street_columns()
{
    constexpr double length_step_m = 1e-2;
    constexpr double seconds_per_minute = 60.0;
    return {
        {"highway", ColumnType::text, [](const StreetRow& row) { return text_or_null(row.kind().highway); }},
        {"access", ColumnType::text,
         [](const StreetRow& row) { return text_cell(row.network.is_private(row.street.edge) ? "private" : "walked"); }},
        {"length_m", ColumnType::real,
         [](const StreetRow& row) {
             return rounded(static_cast<double>(row.network.edge_length_m[gis::index(row.street.edge)]), length_step_m);
         }},
        {"minutes", ColumnType::real, [](const StreetRow& row) { return rounded(row.street.seconds / seconds_per_minute, walk_step); }},
    };
}

} // namespace

void write_walk_areas(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<WalkAreaRow> layer(file, "walk_areas", gis::LayerGeometry::multi_polygon, words::translate(words::Text::layer_walk_areas),
                                   walk_area_columns());
    for_each_walk_area(view, [&](const WalkArea& area) { layer.add(area.ground, {view.city.schools[index(area.school)], area}); });
}

void write_streets(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<StreetRow> layer(file, "streets", gis::LayerGeometry::line, words::translate(words::Text::layer_streets), street_columns());
    if (!view.with_streets) {
        return;
    }
    const MeasuredCity measured = view.analysed().measured();
    for (const ReachedStreet& street : reached_streets(measured, view.results.reach.access_points.of_school, view.walking)) {
        const auto line = view.walking.streets->line(street.edge);
        layer.add(gis::MultiLine{{line.begin(), line.end()}}, {*view.walking.streets, street});
    }
}

void for_each_walk_area(const ResultView& view, const OnWalkArea& visit)
{
    const MeasuredCity measured = view.analysed().measured();
    for_each_walk_area(measured, view.results.reach.access_points.of_school, view.walking, visit);
}

} // namespace fieldgap
