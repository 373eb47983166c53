#pragma once
// Streets out of an OpenStreetMap file, object by object.

#include "gis/io/osm/osm_locations.hpp"
#include "gis/io/osm/osm_tags.hpp"
#include "gis/joining/unjoined_streets.hpp"
#include "gis/streets/foot_access.hpp"
#include "gis/streets/street_kinds.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gis {

/// Whether a way is walked, barred or no street at all.
FootAccess street_access(OsmTagSpan tags, const FootRules& rules);

/// A multipolygon that is walked.
bool is_square(OsmTagSpan tags, const FootRules& rules);

/// A square that is a relation, and the ways of which it is made.
struct MemberSquare
{
    UnjoinedSquare square;
    std::vector<std::int64_t> members;
};

/// Flags of a node with these tags.
std::uint8_t street_node_flags(OsmTagSpan tags);

/// First relations, then nodes, then (with `locations` closed) ways. Lines stand in the order of the file; the outlines of squares that are
/// relations follow. Nodes are numbered by their first use. A line is cut where a node is missing.
class OsmStreets
{
public:
    /// `locations` is borrowed.
    OsmStreets(OsmLocations& locations, const FootRules& rules) : locations_(&locations), rules_(rules) {}

    void add_relation(const OsmRelation& relation);
    void add_node(std::int64_t number, std::uint8_t flags) { flagged_.emplace_back(number, flags); }
    /// `positions`: of the way's nodes.
    void add_way(const OsmWay& way, FootAccess access, std::span<const std::uint32_t> positions);
    /// Ways of squares.
    std::vector<std::int64_t> square_ways() const;
    UnjoinedStreets streets() &&;

private:
    using Positions = std::span<const std::uint32_t>;

    void add_line(Positions positions, std::uint8_t flags, std::uint32_t kind);
    void add_barred_trunk(Positions positions);
    void begin_way();
    void make_room();
    void end_line(std::uint8_t flags, std::uint32_t kind);
    std::uint32_t number_of(std::uint32_t position);
    void add_closed_way(const OsmWay& way, Positions positions, std::uint8_t flags, std::uint32_t kind);
    void add_squares();
    std::optional<std::uint32_t> walked_way(std::int64_t number) const;
    bool is_private(std::uint32_t way) const;
    void flag_nodes();

    OsmLocations* locations_;
    FootRules rules_;
    StreetKinds kinds_;
    UnjoinedStreets ways_;
    std::vector<std::uint32_t> number_;                          ///< by position: 0, or 1 + the node's number in `streets_`
    std::vector<std::pair<std::int64_t, std::uint8_t>> flagged_; ///< nodes of the file with flags
    std::vector<std::int64_t> walked_ways_;                      ///< numbers of the first ways in `ways_`, in the order of the file
    std::vector<MemberSquare> squares_;                          ///< relations, in the order of the file
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> outlines_; ///< of ways of squares: the positions of their nodes
    std::vector<std::uint32_t> line_;                                       ///< positions of the line at hand
};

} // namespace gis
