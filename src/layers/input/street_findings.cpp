#include "layers/input/street_findings.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/joining/gap_sides.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <numeric>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr double many_streets_m = 1000.0;

bool parts_schools(const gis::GapSides& sides)
{
    return sides.places > 0 && sides.streets_m > many_streets_m;
}

std::string what_becomes_of(const gis::StreetGap& gap, const gis::GapSides& sides)
{
    if (gap.is_joined) {
        return translate(Text::street_gap_joined);
    }
    return parts_schools(sides) ? translate(Text::street_gap_parts, {sides.places, sides.streets_m / 1000.0})
                                : translate(Text::street_gap_open);
}

bool holds(const gis::Box& box, const gis::Point& at)
{
    return box.meets({at.x, at.y, at.x, at.y});
}

IssueCode issue_of(gis::SquareFault fault)
{
    switch (fault) {
    case gis::SquareFault::incomplete: return IssueCode::square_incomplete;
    case gis::SquareFault::too_large: return IssueCode::square_too_large;
    default: return IssueCode::square_ring_broken;
    }
}

} // namespace

void report_street_gaps(const gis::Streets& streets, const City& city, const gis::CityPlane& plane, const gis::Box& near, double snap_m,
                        Findings& findings)
{
    if (streets.gaps.empty() || city.schools.empty()) {
        return;
    }
    std::vector<gis::Point> schools;
    for (const School& school : city.schools) {
        schools.push_back(school.at);
    }
    const std::vector<gis::GapSides> sides = gis::gap_sides(streets, plane, schools, snap_m);
    std::vector<std::size_t> order(streets.gaps.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool a_parts = parts_schools(sides[a]);
        return a_parts != parts_schools(sides[b]) ? a_parts : a_parts && sides[a].streets_m > sides[b].streets_m;
    });
    std::uint32_t place = 0;
    for (const std::size_t i : order) {
        const gis::Point at = plane.to_plane(streets.gaps[i].at);
        if (holds(near, at)) {
            Finding finding{
                IssueCode::network_gap, "network", "", at, {streets.gaps[i].metres, what_becomes_of(streets.gaps[i], sides[i])}};
            finding.order = place++;
            findings.push_back(std::move(finding));
        }
    }
}

void report_uncrossed_squares(const gis::Streets& streets, const gis::CityPlane& plane, const gis::Box& near, Findings& findings)
{
    for (const gis::UncrossedSquare& square : streets.uncrossed_squares) {
        const gis::Point at = plane.to_plane(square.at);
        if (holds(near, at)) {
            findings.push_back({issue_of(square.fault), "network", square.id, at, {}});
        }
    }
}

} // namespace fieldgap
