#include "gis/io/osm/osm_features.hpp"

#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

#include <optional>
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
Line known_points(const osmium::Way& way, OsmLocations& locations)
{
    Line line;
    line.reserve(way.nodes().size());
    for (const osmium::NodeRef& node : way.nodes()) {
        if (const auto position = locations.find(node.ref())) {
            line.push_back(locations.degrees(*position));
        }
    }
    return line;
}

} // namespace

OsmFeature node_feature(const osmium::Node& node, OsmTagSpan tags)
{
    OsmFeature feature = bare(OsmKind::node, node.id(), tags);
    if (node.location().valid()) {
        feature.near = {node.location().x() / 1e7, node.location().y() / 1e7};
        feature.geometry = feature.near;
    } else {
        feature.problem = "incomplete";
    }
    return feature;
}

OsmFeature way_feature(const osmium::Way& way, OsmTagSpan tags, OsmLocations& locations)
{
    OsmFeature feature = bare(OsmKind::way, way.id(), tags);
    Line line = known_points(way, locations);
    if (!line.empty()) {
        feature.near = line.front();
    }
    const bool is_closed = !way.nodes().empty() && way.ends_have_same_id();
    if (line.size() < way.nodes().size()) {
        feature.problem = "incomplete";
    } else if (line.size() < (is_closed ? 4U : 2U)) {
        feature.problem = "ring";
    } else if (is_closed) {
        feature.geometry = MultiPolygon{Polygon{std::move(line), {}}};
    } else {
        feature.geometry = MultiLine{std::move(line)};
    }
    return feature;
}

} // namespace gis
