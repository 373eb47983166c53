#pragma once
// Objects out of a block of an OpenStreetMap file in its binary format.

#include "gis/io/pbf/osm_part.hpp"
#include "gis/io/pbf/pbf_blobs.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gis {

/// Which objects may be wanted: nodes and ways with one of these keys, ways with one of these numbers, and all relations.
struct OsmInterest
{
    std::vector<std::string> node_keys;
    std::vector<std::string> way_keys;
    std::vector<std::uint64_t> ways; ///< `osm_rank`, ascending
};

struct PbfContent
{
    OsmKind first_kind = OsmKind::node; ///< of all objects in the block
    OsmKind last_kind = OsmKind::node;
    std::uint64_t count = 0; ///< of the objects of the kind asked for, wanted or not
    std::uint64_t first_rank = 0;
    std::uint64_t last_rank = 0;
};

struct PbfBlock
{
    OsmPart part;
    PbfContent content;
};

/// The objects of one kind. Throws PbfUnusual where the block is damaged or empty, has other things than dense nodes, ways and relations,
/// places off the earth, texts with a NUL, or objects out of their order: kinds, then numbers.
PbfBlock objects_in_block(PbfText text, OsmKind kind, const OsmInterest& interest);

} // namespace gis
