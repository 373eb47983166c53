#pragma once
// What a reading of an OpenStreetMap file gathers, part by part.

#include "gis/io/osm/osm_locations.hpp"
#include "gis/io/osm/osm_relations.hpp"
#include "gis/io/osm/osm_streets.hpp"
#include "gis/io/osm/osm_tags.hpp"
#include "gis/io/pbf/pbf_block.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace gis {

/// What the nodes of a part give.
struct OsmNodesRead
{
    OsmLocations locations;
    std::vector<std::pair<std::int64_t, std::uint8_t>> flagged; ///< number, and flags of streets
    std::vector<OsmFeature> features;
};

/// What the ways of a part give.
struct OsmWaysRead
{
    OsmPart part;
    std::vector<std::uint32_t> positions; ///< of the ways' nodes, one way after the other
    std::vector<FootAccess> access;       ///< parallel to the ways
    std::vector<OsmFeature> features;
};

/// First the relations of all parts, in the order of the file, and `close_relations`; then all nodes and `close_nodes`; then all ways.
/// What `.._of` gives of parts that any threads read is taken in the order of the file.
class OsmReading
{
public:
    /// `wanted` is borrowed.
    explicit OsmReading(const OsmWanted& wanted);

    bool wants_relations() const { return wants_areas() || wants_streets(); }
    /// What of the file may be wanted; of ways all that is once the relations are closed.
    OsmInterest interest() const;
    /// Makes room for the nodes of a file of so many bytes.
    void expect(std::uint64_t file_bytes);
    void count(std::uint64_t objects) { file_.objects_read += objects; }

    void add_relations(const OsmPart& part);
    void close_relations() { relations_.close(); }
    OsmNodesRead nodes_of(const OsmPart& part) const;
    void take(OsmNodesRead nodes);
    void close_nodes() { locations_.close(); }
    OsmWaysRead ways_of(OsmPart part) const;
    void take(OsmWaysRead ways);
    OsmFile file() &&;

private:
    bool wants_streets() const { return wanted_.streets || wanted_.ways; }
    bool wants_areas() const { return !areas_.is_empty() || wanted_.boundaries; }
    void add_area(const OsmWay& way, std::span<const std::uint32_t> positions, std::vector<OsmFeature>& features) const;
    void keep(std::vector<OsmFeature> features);

    const OsmWanted& wanted_;
    OsmMatcher nodes_;
    OsmMatcher areas_;
    OsmMatcher sites_;
    OsmLocations locations_;
    OsmRelations relations_;
    OsmStreets streets_;
    OsmFile file_;
};

} // namespace gis
