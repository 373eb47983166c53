#pragma once
// OpenStreetMap files: every wanted thing and the streets in one reading.

#include "gis/geometry/shapes.hpp"
#include "gis/io/pbf/osm_part.hpp"
#include "gis/joining/unjoined_streets.hpp"
#include "gis/streets/foot_access.hpp"
#include "gis/streets/streets.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gis {

/// The tags of one object, in the order of the file.
class OsmTags
{
public:
    std::vector<std::pair<std::string, std::string>> list;

    /// The value of `key`, empty where it is absent (OpenStreetMap has no empty values).
    std::string_view operator[](std::string_view key) const;
    bool has(std::string_view key) const { return !(*this)[key].empty(); }
};

/// Geometry in degrees: a Point (node), MultiPolygon (closed way, multipolygon or boundary relation), MultiLine (open way); none of a site.
struct OsmFeature
{
    OsmKind kind = OsmKind::node;
    std::int64_t number = 0;
    OsmTags tags;
    Geometry geometry;                ///< monostate where `problem` says why
    std::string problem;              ///< empty, `incomplete` (members or nodes outside the file) or `ring` (rings do not close or cross)
    Point near;                       ///< where it is, as well as known (a node of it); (0, 0) where nothing is known
    bool in_boundary = false;         ///< a way that belongs to a boundary relation
    std::vector<std::string> members; ///< of a relation type=site: the ids of what belongs to it

    /// `node/1`, `way/1`, `relation/1`.
    std::string id() const;
};

/// One condition on tags: the key with one of these values, or with any where there are none.
struct OsmFilter
{
    std::string key;
    std::vector<std::string> values;

    friend bool operator==(const OsmFilter&, const OsmFilter&) = default;
};

/// What to read. An object is kept when any filter of its list holds.
struct OsmWanted
{
    std::vector<OsmFilter> nodes;
    std::vector<OsmFilter> areas; ///< closed and open ways and multipolygon relations
    std::vector<OsmFilter> sites; ///< relations type=site
    bool boundaries = false;      ///< boundary=administrative relations (and closed ways of no such relation)
    bool streets = false;
    bool ways = false; ///< the streets of `OsmFile::ways`, not those of `streets`
    FootRules foot;

    friend bool operator==(const OsmWanted&, const OsmWanted&) = default;
};

struct OsmFile
{
    std::vector<OsmFeature> features; ///< nodes, ways, relations; each by number
    Streets streets;                  ///< ends of ways at one place (1 cm) and of one level joined; squares by their outlines
    UnjoinedStreets ways;             ///< unjoined, so that they can be cut to a city
    std::uint64_t objects_read = 0;
};

/// True for names that end in .osm.pbf, .pbf, .osm, .osm.gz, .osm.bz2.
bool is_osm_path(std::string_view path);

/// Closed ways that are outer members of a wanted multipolygon relation with the same main tag (the same wanted key and value) are left
/// out: they are that relation. Objects come with their last version only where the file is no history file. Throws Error for a missing,
/// unreadable or damaged file. `threads` >= 1 decode.
OsmFile read_osm(const std::string& path, const OsmWanted& wanted, unsigned threads);

/// The same by libosmium alone, which `read_osm` asks where a file is not as nearly all are.
OsmFile read_osm_by_libosmium(const std::string& path, const OsmWanted& wanted, unsigned threads);

} // namespace gis
