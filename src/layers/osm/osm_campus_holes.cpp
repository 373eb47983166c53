#include "layers/osm/osm_campus_holes.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/osm/osm_ground_outline.hpp"

#include <array>

namespace fieldgap {
namespace {

constexpr double half = 0.5;

struct Hole
{
    std::size_t campus = 0;
    gis::MultiPolygon ground;
};

std::vector<Hole> holes_of(const std::vector<Campus>& campuses)
{
    std::vector<Hole> holes;
    for (std::size_t c = 0; c < campuses.size(); ++c) {
        for (const gis::Polygon& polygon : campuses[c].ground) {
            for (const gis::Ring& ring : polygon.holes) {
                holes.push_back({c, {gis::Polygon{gis::Ring(ring.rbegin(), ring.rend()), {}}}}); // an outer ring turns the other way
            }
        }
    }
    return holes;
}

bool covers_half(const gis::MultiPolygon& pitch, const gis::MultiPolygon& hole)
{
    return gis::area(gis::intersection(pitch, hole)).square_metres() >= half * gis::area(hole).square_metres();
}

bool is_pitch(osm::GroundKind kind)
{
    return kind == osm::GroundKind::pitch || kind == osm::GroundKind::track;
}

} // namespace

void add_pitches_in_holes(OsmFeatures features, const gis::CityPlane& plane, std::vector<Campus>& campuses)
{
    const std::vector<Hole> holes = holes_of(campuses);
    if (holes.empty()) {
        return;
    }
    const gis::PolygonIndex in_holes(holes);
    const std::vector<Campus> as_drawn = campuses;
    const gis::PolygonIndex in_campuses(as_drawn);
    for (const gis::OsmFeature& feature : features) {
        const osm::GroundKind kind = osm::ground_kind_of(feature.tags);
        if (feature.kind == gis::OsmKind::node || !is_pitch(kind)) {
            continue;
        }
        const gis::MultiPolygon pitch = osm::outline_of_ground(feature, kind, "fields", plane).ground;
        if (pitch.empty() || !in_campuses.holding_share(pitch, half).empty()) {
            continue;
        }
        for (const std::uint32_t h : in_holes.holding_share(pitch, half)) {
            if (covers_half(pitch, holes[h].ground)) {
                gis::MultiPolygon& ground = campuses[holes[h].campus].ground;
                ground = gis::united(std::array{ground, pitch});
                break;
            }
        }
    }
}

} // namespace fieldgap
