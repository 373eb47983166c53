#include "gis/joining/gap_sides.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/interrupt.hpp"
#include "gis/network/degree_metres.hpp"
#include "gis/network/point_grid.hpp"
#include "gis/sight/nearest_on_segment.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace gis {
namespace {

/// Connected parts of the streets, by a number of one of their nodes.
class Parts
{
public:
    explicit Parts(const Streets& streets) : streets_(streets), parts_(streets.node.size()), length_m_(streets.node.size())
    {
        for_each_segment([this](std::uint32_t a, std::uint32_t b) { parts_.union_set(std::size_t{a}, std::size_t{b}); });
        for_each_segment(
            [this](std::uint32_t a, std::uint32_t b) { length_m_[of(a)] += geodesic_length_m(streets_.node[a], streets_.node[b]); });
    }

    std::size_t of(std::uint32_t node) { return parts_.find_set(std::size_t{node}); }
    double length_m(std::size_t part) const { return length_m_[part]; }

    template <class Visit>
    void for_each_segment(const Visit& visit) const
    {
        for (std::size_t line = 0; line < streets_.line_count(); ++line) {
            for (std::uint32_t i = streets_.first_ref[line]; i + 1 < streets_.first_ref[line + 1]; ++i) {
                visit(streets_.ref[i], streets_.ref[i + 1]);
            }
        }
    }

private:
    const Streets& streets_;
    boost::disjoint_sets_with_storage<> parts_;
    std::vector<double> length_m_;
};

using PlacesOfPart = std::map<std::size_t, std::set<std::uint32_t>>;

/// The places within reach of each part in which a gap ends.
PlacesOfPart places_of_parts(const Streets& streets, const CityPlane& plane, std::span<const Point> places, double reach_m, Parts& parts)
{
    PlacesOfPart found;
    for (const StreetGap& gap : streets.gaps) {
        found[parts.of(gap.node)];
        found[parts.of(gap.beside)];
    }
    std::vector<Point> node = streets.node;
    to_plane_in_bulk(node, plane);
    PointGrid grid(places, reach_m, reach_m);
    parts.for_each_segment([&](std::uint32_t a, std::uint32_t b) {
        throw_if_interrupted();
        const auto part = found.find(parts.of(a));
        if (part == found.end()) {
            return;
        }
        grid.near(node[a], node[b], [&](std::uint32_t place) {
            if (nearest_on_segment(places[place], node[a], node[b]).squared_m2 <= reach_m * reach_m) {
                part->second.insert(place);
            }
        });
    });
    return found;
}

std::size_t count_without(const std::set<std::uint32_t>& some, const std::set<std::uint32_t>& others)
{
    return static_cast<std::size_t>(std::count_if(some.begin(), some.end(), [&](std::uint32_t one) { return !others.contains(one); }));
}

} // namespace

std::vector<GapSides> gap_sides(const Streets& streets, const CityPlane& plane, std::span<const Point> places, double reach_m)
{
    std::vector<GapSides> sides(streets.gaps.size());
    if (std::all_of(streets.gaps.begin(), streets.gaps.end(), [](const StreetGap& gap) { return gap.is_joined; })) {
        return sides;
    }
    Parts parts(streets);
    PlacesOfPart of_part = places_of_parts(streets, plane, places, reach_m, parts);
    std::map<std::pair<std::size_t, std::size_t>, GapSides> known;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto [a, b] = std::minmax({parts.of(streets.gaps[i].node), parts.of(streets.gaps[i].beside)});
        const auto found = known.find({a, b});
        if (found != known.end() || a == b) {
            sides[i] = a == b ? GapSides() : found->second;
            continue;
        }
        const GapSides of_a{count_without(of_part[a], of_part[b]), parts.length_m(b)};
        const GapSides of_b{count_without(of_part[b], of_part[a]), parts.length_m(a)};
        const bool a_loses_more = of_b.places == 0 || (of_a.places > 0 && of_a.streets_m >= of_b.streets_m);
        sides[i] = a_loses_more ? of_a : of_b;
        known[{a, b}] = sides[i];
    }
    return sides;
}

} // namespace gis
