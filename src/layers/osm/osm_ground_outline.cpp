#include "layers/osm/osm_ground_outline.hpp"

#include "layers/table/track_lines.hpp"
#include "words/ascii.hpp"

namespace fieldgap::osm {
namespace {

bool is_for_running(const gis::OsmTags& tags)
{
    const auto sports = values_of(tags["sport"]);
    return sports.empty() || std::any_of(sports.begin(), sports.end(), [](std::string_view sport) {
               return words::is_one_of(sport, {"running", "athletics"});
           });
}

} // namespace

Outline outline_of_ground(const gis::OsmFeature& feature, GroundKind kind, std::string_view layer, const gis::CityPlane& plane)
{
    if (kind != GroundKind::track) {
        return outline_of(feature, layer, plane);
    }
    const gis::Geometry drawn = plane.to_plane(feature.geometry);
    const auto* lines = std::get_if<gis::MultiLine>(&drawn);
    auto track = lines != nullptr && is_for_running(feature.tags) ? track_of_lines(*lines) : std::nullopt;
    if (!track) {
        return outline_of(feature, layer, plane, Holes::filled);
    }
    Finding finding = track_finding(*track, std::string(layer), feature.id());
    return {std::move(track->ground), std::move(finding)};
}

} // namespace fieldgap::osm
