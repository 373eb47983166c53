#include "layers/guess/guess_crs.hpp"

#include "gis/geometry/datum.hpp"
#include "gis/geometry/middle.hpp"
#include "layers/columns/coordinate_heading.hpp"
#include "layers/crs/layer_datum.hpp"
#include "layers/places/likely_readings.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

bool is_degrees(const gis::CrsCandidate& candidate)
{
    return candidate.reading.crs == "EPSG:4326";
}

/// Those that lead as much of the layer to the extent as the best does, to a tenth.
void keep_the_best(std::vector<gis::CrsCandidate>& list)
{
    if (!list.empty() && is_degrees(list.front())) {
        list.resize(1);
        return;
    }
    const double least = list.empty() ? 0.0 : list.front().share_in_place - 0.1;
    std::erase_if(list, [&](const gis::CrsCandidate& one) { return one.share_in_place < least || is_degrees(one); });
}

/// Systems that lead to one place to some metres need no choice: the first of them.
void keep_one_of_a_place(std::vector<gis::CrsCandidate>& list)
{
    std::vector<gis::CrsCandidate> kept;
    for (gis::CrsCandidate& one : list) {
        const bool is_known =
            std::any_of(kept.begin(), kept.end(), [&](const gis::CrsCandidate& other) { return gis::lead_to_one_place(one, other); });
        if (!is_known || one.name.empty() || one.needs_helmert) {
            kept.push_back(std::move(one));
        }
    }
    list = std::move(kept);
}

/// Where headings say which is east and which north (Easting, Rechtswert), the numbers stand in that order, if they can.
void keep_the_order_of_headings(const gis::CoordinateColumns& columns, std::vector<gis::CrsCandidate>& list)
{
    const auto heading = coordinate_heading(columns.x);
    const bool says_order =
        heading && (heading->family == CoordinateFamily::easting_northing || heading->family == CoordinateFamily::german_grid);
    const auto is_as_said = [](const gis::CrsCandidate& one) { return is_reading(one) && !one.reading.swap_xy; };
    if (says_order && std::any_of(list.begin(), list.end(), is_as_said)) {
        std::erase_if(list, [](const gis::CrsCandidate& one) { return one.reading.swap_xy; });
    }
}

/// Of degrees, what the table says of their datum.
void look_at_datum(const gis::VectorLayer& rows, CrsReadings& readings)
{
    if (readings.list.size() != 1 || !is_degrees(readings.list.front())) {
        return;
    }
    gis::CrsCandidate& reading = readings.list.front();
    const bool is_in_china = gis::is_in_mainland_china(reading.centre);
    const auto sign = datum_sign_of(rows);
    if (sign && (sign->is_declared || is_in_china)) {
        reading.reading.datum = sign->datum;
        readings.datum_why = sign->text;
    }
    readings.is_datum_open = is_in_china && !sign && !rows.coordinates.is_empty();
}

} // namespace

CrsReadings crs_readings(const gis::VectorLayer& rows, const std::optional<gis::Box>& extent, const PlaceEvidence& evidence)
{
    gis::Box box;
    std::vector<gis::Point> points;
    for (const gis::VectorFeature& row : rows.features) {
        const gis::Box own = gis::bounds(row.geometry);
        if (!own.is_empty()) {
            box.add(own);
            points.push_back(middle_of(own));
        }
    }
    if (points.empty()) {
        return {};
    }
    CrsReadings readings;
    readings.evidence = words::translate(words::Text::init_coordinates, {box.min_x, box.max_x, box.min_y, box.max_y});
    if (extent) {
        readings.list = gis::possible_readings(points, extent);
    }
    if (std::none_of(readings.list.begin(), readings.list.end(), is_reading)) {
        readings.list = likely_readings(points, evidence);
    }
    keep_the_order_of_headings(rows.coordinates, readings.list);
    keep_the_best(readings.list);
    keep_one_of_a_place(readings.list);
    look_at_datum(rows, readings);
    return readings;
}

bool is_reading(const gis::CrsCandidate& candidate)
{
    return !candidate.needs_helmert;
}

} // namespace fieldgap
