#include "gis/io/osm/osm_features.hpp"

#include <utility>

namespace gis {
namespace {

OsmFeature bare(OsmKind kind, std::int64_t number, OsmTagSpan tags)
{
    OsmFeature feature;
    feature.kind = kind;
    feature.number = number;
    feature.tags = kept(tags);
    return feature;
}

/// The nodes that are known, in order.
Line known_points(std::span<const std::uint32_t> positions, const OsmLocations& locations)
{
    Line line;
    line.reserve(positions.size());
    for (const std::uint32_t position : positions) {
        if (position != OsmLocations::nowhere) {
            line.push_back(locations.degrees(position));
        }
    }
    return line;
}

} // namespace

OsmFeature node_feature(const OsmNode& node)
{
    OsmFeature feature = bare(OsmKind::node, node.number, node.tags);
    if (node.place) {
        feature.near = {node.place->x_e7 / 1e7, node.place->y_e7 / 1e7};
        feature.geometry = feature.near;
    } else {
        feature.problem = "incomplete";
    }
    return feature;
}

OsmFeature way_feature(const OsmWay& way, std::span<const std::uint32_t> positions, const OsmLocations& locations)
{
    OsmFeature feature = bare(OsmKind::way, way.number, way.tags);
    Line line = known_points(positions, locations);
    if (!line.empty()) {
        feature.near = line.front();
    }
    if (line.size() < way.nodes.size()) {
        feature.problem = "incomplete";
    } else if (line.size() < (way.is_closed() ? 4U : 2U)) {
        feature.problem = "ring";
    } else if (way.is_closed()) {
        feature.geometry = MultiPolygon{Polygon{std::move(line), {}}};
    } else {
        feature.geometry = MultiLine{std::move(line)};
    }
    return feature;
}

} // namespace gis
