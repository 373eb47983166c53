#include "gis/io/osm/osm_reading.hpp"

#include "gis/io/osm/osm_features.hpp"
#include "gis/squares/joined_streets.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace gis {

OsmReading::OsmReading(const OsmWanted& wanted)
    : wanted_(wanted), nodes_(wanted.nodes), areas_(wanted.areas), sites_(wanted.sites), relations_(areas_, sites_, wanted.boundaries),
      streets_(locations_, wanted.foot)
{
}

OsmInterest OsmReading::interest() const
{
    OsmInterest interest{nodes_.keys(), areas_.keys(), {}};
    if (wants_streets()) {
        interest.node_keys.insert(interest.node_keys.end(), keys_of_street_nodes().begin(), keys_of_street_nodes().end());
        interest.way_keys.insert(interest.way_keys.end(), keys_of_streets().begin(), keys_of_streets().end());
    }
    if (wanted_.boundaries) {
        interest.way_keys.emplace_back("boundary");
    }
    for (const std::int64_t way : relations_.member_ways()) {
        interest.ways.push_back(osm_rank(way));
    }
    for (const std::int64_t way : streets_.square_ways()) {
        interest.ways.push_back(osm_rank(way));
    }
    std::sort(interest.ways.begin(), interest.ways.end());
    return interest;
}

void OsmReading::expect(std::uint64_t file_bytes)
{
    // A file of nodes alone takes some 7 bytes a node, a usual one 9 or 10.
    constexpr std::uint64_t bytes_of_node = 6;
    constexpr std::uint64_t max_reserved = 100'000'000;
    locations_.reserve(std::min(file_bytes / bytes_of_node, max_reserved));
}

void OsmReading::add_relations(const OsmPart& part)
{
    for (std::size_t i = 0; i < part.relation_count(); ++i) {
        const OsmRelation relation = part.relation(i);
        if (wants_areas()) {
            relations_.add(relation);
        }
        if (wants_streets()) {
            streets_.add_relation(relation);
        }
    }
}

OsmNodesRead OsmReading::nodes_of(const OsmPart& part) const
{
    OsmNodesRead read;
    read.locations.reserve(part.places.size());
    for (const auto& [number, place] : part.places) {
        read.locations.add(number, place.x_e7, place.y_e7);
    }
    for (std::size_t i = 0; i < part.node_count(); ++i) {
        const OsmNode node = part.node(i);
        if (const std::uint8_t flags = wants_streets() ? street_node_flags(node.tags) : std::uint8_t{0}; flags != 0) {
            read.flagged.emplace_back(node.number, flags);
        }
        if (nodes_(node.tags)) {
            read.features.push_back(node_feature(node));
        }
    }
    return read;
}

void OsmReading::take(OsmNodesRead nodes)
{
    locations_.append(nodes.locations);
    for (const auto& [number, flags] : nodes.flagged) {
        streets_.add_node(number, flags);
    }
    keep(std::move(nodes.features));
}

OsmWaysRead OsmReading::ways_of(OsmPart part) const
{
    OsmWaysRead read;
    for (std::size_t i = 0; i < part.way_count(); ++i) {
        const OsmWay way = part.way(i);
        const std::size_t first = read.positions.size();
        locations_.find_all(way.nodes, read.positions);
        read.access.push_back(wants_streets() ? street_access(way.tags, wanted_.foot) : FootAccess::barred);
        if (wants_areas()) {
            add_area(way, std::span(read.positions).subspan(first), read.features);
        }
    }
    read.part = std::move(part);
    return read;
}

void OsmReading::add_area(const OsmWay& way, std::span<const std::uint32_t> positions, std::vector<OsmFeature>& features) const
{
    const bool is_boundary = wanted_.boundaries && way.is_closed() && value_of(way.tags, "boundary") == "administrative";
    const bool is_area = areas_(way.tags);
    if (!is_boundary && !is_area) {
        return;
    }
    const bool in_boundary = relations_.is_in_boundary(way.number);
    const bool is_relation = is_area && way.is_closed() && relations_.stands_for(way.number, way.tags);
    if ((is_area && !is_relation) || (is_boundary && !in_boundary)) {
        features.push_back(way_feature(way, positions, locations_));
        features.back().in_boundary = in_boundary;
    }
}

void OsmReading::take(OsmWaysRead ways)
{
    std::span<const std::uint32_t> positions = ways.positions;
    for (std::size_t i = 0; i < ways.part.way_count(); ++i) {
        const OsmWay way = ways.part.way(i);
        if (wants_streets()) {
            streets_.add_way(way, ways.access[i], positions.first(way.nodes.size()));
        }
        if (wants_areas()) {
            relations_.add_way(way, positions.first(way.nodes.size()), locations_);
        }
        positions = positions.subspan(way.nodes.size());
    }
    keep(std::move(ways.features));
}

void OsmReading::keep(std::vector<OsmFeature> features)
{
    file_.features.insert(file_.features.end(), std::make_move_iterator(features.begin()), std::make_move_iterator(features.end()));
}

OsmFile OsmReading::file() &&
{
    if (wanted_.ways) {
        file_.ways = std::move(streets_).streets();
    } else if (wanted_.streets) {
        file_.streets = joined(std::move(streets_).streets(), Squares::outline);
    }
    keep(relations_.features(locations_));
    std::sort(file_.features.begin(), file_.features.end(),
              [](const OsmFeature& a, const OsmFeature& b) { return std::tie(a.kind, a.number) < std::tie(b.kind, b.number); });
    return std::move(file_);
}

} // namespace gis
