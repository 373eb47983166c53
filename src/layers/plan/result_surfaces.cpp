#include "layers/plan/result_surfaces.hpp"

#include "domain/plan/surfaces.hpp"
#include "layers/result/layer_writer.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using gis::Cell;
using gis::ColumnType;

std::vector<LayerColumn<SurfaceRow>> surface_columns()
{
    return {
        {"district", ColumnType::text, [](const SurfaceRow& row) { return text_or_null(row.district); }},
        {"rural", ColumnType::boolean, [](const SurfaceRow& row) { return cell(row.rural); }},
        {"surface", ColumnType::text, [](const SurfaceRow& row) { return text_or_null(row.surface); }},
        {"hard", ColumnType::boolean, [](const SurfaceRow& row) { return cell(row.is_hard); }},
        {"grounds", ColumnType::integer, [](const SurfaceRow& row) { return Cell(row.grounds); }},
        {"area_m2", ColumnType::real, [](const SurfaceRow& row) { return Cell(row.area_m2); }},
    };
}

} // namespace

void write_surfaces(gis::GeoPackage& file, const ResultView& view)
{
    LayerWriter<SurfaceRow> layer(file, "surfaces", gis::LayerGeometry::none, words::translate(words::Text::layer_surfaces),
                                  surface_columns());
    for (const SurfaceRow& row : surface_rows(view.analysed())) {
        layer.add({}, row);
    }
}

} // namespace fieldgap
