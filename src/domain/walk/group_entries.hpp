#pragma once
// Where one may walk into a site (docs/rules.md rule 6).

#include "domain/walk/site.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace fieldgap {

/// A part of a site into which no gate leads, though one leads into another.
struct PartWithoutGate
{
    std::string_view id; ///< of the campus, venue or estate, or of the branch without ground; borrowed
    bool has_ground = true;
    gis::Geometry where;
};

struct Entries
{
    EntrySource source = EntrySource::point;   ///< the first that occurs of gate, osm, outline, point
    std::vector<gis::Point> at;                ///< gates, and points of parts without ground
    std::vector<const gis::Polygon*> outlines; ///< entered all round, wherever a street is near; borrowed from the City
    std::vector<PartWithoutGate> without_gate;
};

/// Gates of one owner by source: one's own, OSM.
using GatesBySource = std::array<std::vector<gis::Point>, 2>;

constexpr std::size_t slot(EntrySource source)
{
    return source == EntrySource::gate ? 0 : 1;
}

inline constexpr double gate_reach_m = 5.0; ///< a gate without owner_id opens the outlines that are so near

/// Group by group (polygons that touch are one, a part without ground is its point): gates of one's own, else gates of OSM, else the
/// outline or the point. A gate serves the groups within 5 m of it, else the nearest one, of equally near ones the first.
Entries entries_of(const Site& site, const GatesBySource& gates);

/// Every entry, near a street or not.
std::vector<gis::Point> all_points(const Entries& entries);

/// The box around them all.
gis::Box bounds(const Entries& entries);

/// Whether any of them lies within so many metres of the box.
bool has_point_near(const Entries& entries, const gis::Box& box, double within_m);

inline constexpr double outline_step_m = 5.0; ///< an outline is entered at its vertices and at equal steps of at most this between them

} // namespace fieldgap
