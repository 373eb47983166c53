#include "layers/guess_crs.hpp"

#include "words/words.hpp"

#include <cmath>

namespace fieldgap {

CrsReadings crs_readings(const gis::VectorLayer& rows)
{
    gis::Box box;
    for (const gis::VectorFeature& row : rows.features) {
        const gis::Box own = gis::bounds(row.geometry);
        if (!own.is_empty()) {
            box.add(own);
        }
    }
    if (box.is_empty()) {
        return {};
    }
    CrsReadings readings;
    readings.evidence = words::say(words::Text::init_coordinates, {box.min_x, box.max_x, box.min_y, box.max_y});
    if (box.min_x >= -180.0 && box.max_x <= 180.0 && box.min_y >= -90.0 && box.max_y <= 90.0) {
        readings.list.push_back({"EPSG:4326", gis::WebDatum::none, false, {}});
    }
    return readings;
}

} // namespace fieldgap
