#include "layers/guess/area_column.hpp"

#include "layers/columns/heading.hpp"
#include "layers/guess/rough_metres.hpp"
#include "layers/text/cell_values.hpp"

namespace fieldgap {

std::optional<AreaUnit> unit_of_area_column(const LayerFacts& facts, std::size_t column)
{
    const gis::VectorLayer& layer = facts.layer->rows;
    const double m2_per_unit = m2_per_unit_of_heading(layer.columns[column]);
    std::vector<AreaPair> pairs;
    for (const gis::VectorFeature& row : layer.features) {
        const auto* ground = std::get_if<gis::MultiPolygon>(&row.geometry);
        const double given_m2 = area_m2_of(row.values[column], m2_per_unit).value.value_or(0.0);
        if (ground != nullptr && !ground->empty() && given_m2 > 0.0) {
            const double latitude = ground->front().outer.front().y;
            pairs.push_back({given_m2, rough_area_m2(RoughMetres(latitude)(*ground)), latitude});
        }
    }
    return unit_of_areas(pairs);
}

} // namespace fieldgap
