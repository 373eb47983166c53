#include "layers/rows/venue_areas.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/columns/area_unit.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr double noticed_difference = 0.20;

bool has_both(const Venue& venue)
{
    return venue.area_m2.value_or(0.0) > 0.0 && venue.gives_ground && !venue.ground.empty();
}

AreaPair pair_of(const Venue& venue, const gis::CityPlane& plane)
{
    return {*venue.area_m2, gis::area(venue.ground).square_metres(), plane.to_degrees(venue.at).y};
}

/// The column is not what it was taken for.
void convert(std::vector<Venue>& venues, const AreaUnit& unit, const gis::CityPlane& plane)
{
    for (Venue& venue : venues) {
        if (has_both(venue)) {
            venue.area_m2.reset();
        } else if (venue.area_m2) {
            venue.area_m2 = *venue.area_m2 * unit.m2_at(plane.to_degrees(venue.at).y);
        }
    }
}

std::vector<double> areas_of(const std::vector<Venue>& venues)
{
    std::vector<double> areas;
    for (const Venue& venue : venues) {
        if (venue.area_m2.value_or(0.0) > 0.0) {
            areas.push_back(*venue.area_m2);
        }
    }
    return areas;
}

/// Figures that are no square metres, of which no outline tells what they are.
void forget_areas(std::vector<Venue>& venues)
{
    for (Venue& venue : venues) {
        venue.area_m2 = venue.area_m2 == 0.0 ? venue.area_m2 : std::nullopt;
    }
}

void report_difference(const std::string& layer, const Venue& venue, const AreaPair& pair, Findings& findings)
{
    if (std::fabs(pair.given - pair.drawn_m2) <= noticed_difference * pair.given) {
        return;
    }
    const std::string ratio = words::fill("{:.3g}", {pair.given / pair.drawn_m2});
    const auto unit = unit_of_areas({pair});
    findings.push_back({IssueCode::venue_area_differs,
                        layer,
                        venue.id,
                        venue.at,
                        {pair.given, pair.drawn_m2, unit ? translate(Text::ratio_of_unit, {ratio, unit->name}) : ratio}});
}

} // namespace

void settle_venue_areas(std::vector<Venue>& venues, Role role, const gis::CityPlane& plane, Findings& findings)
{
    const std::string layer(name_of(role));
    std::vector<AreaPair> pairs;
    for (const Venue& venue : venues) {
        if (has_both(venue)) {
            pairs.push_back(pair_of(venue, plane));
        }
    }
    if (const auto unit = unit_of_areas(pairs)) {
        findings.push_back(
            {IssueCode::venue_area_unit, layer, "", {}, {unit->pairs, pairs.size(), unit->name, unit->m2_at(pairs.front().latitude)}});
        return convert(venues, *unit, plane);
    }
    const std::vector<double> areas = areas_of(venues);
    if (const auto median = median_too_small(areas, least_venue_m2)) {
        findings.push_back({IssueCode::venue_areas_tiny, layer, "", {}, {areas.size(), "area_m2", *median}});
        return forget_areas(venues);
    }
    for (const Venue& venue : venues) {
        if (has_both(venue)) {
            report_difference(layer, venue, pair_of(venue, plane), findings);
        }
    }
}

} // namespace fieldgap
