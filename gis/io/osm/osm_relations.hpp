#pragma once
// Areas that are relations: their members are gathered, their rings put together.

#include "gis/io/osm/osm_locations.hpp"
#include "gis/io/osm/osm_tags.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace osmium {
class Relation;
} // namespace osmium

namespace gis {

/// Whether a relation is kept as ground or as a site; `boundaries` wants boundary=administrative as well.
bool is_wanted_relation(OsmTagSpan tags, const OsmMatcher& areas, const OsmMatcher& sites, bool boundaries);

/// First every `add`, then `close`, then (with the locations of all nodes) the ways, then `features`.
class OsmRelations
{
public:
    /// The matchers are borrowed. `boundaries` wants boundary=administrative as well as what `areas` matches.
    OsmRelations(const OsmMatcher& areas, const OsmMatcher& sites, bool boundaries);
    ~OsmRelations();
    OsmRelations(const OsmRelations&) = delete;
    OsmRelations& operator=(const OsmRelations&) = delete;

    void add(const OsmRelation& relation);
    void close();

    bool is_in_boundary(std::int64_t way) const;
    /// True where a wanted relation has `way` as an outer member and the same main tag: the way is that relation.
    bool stands_for(std::int64_t way, OsmTagSpan tags) const;
    /// Keeps the way where it is a member of a wanted relation. `positions`: of its nodes.
    void add_way(const OsmWay& way, std::span<const std::uint32_t> positions, const OsmLocations& locations);
    /// Ways of wanted relations, each once.
    const std::vector<std::int64_t>& member_ways() const { return members_; }

    /// One for each wanted relation, whatever becomes of its rings.
    std::vector<OsmFeature> features(OsmLocations& locations) const;

private:
    struct Store;
    void add_members(const OsmRelation& relation);
    OsmFeature feature(const osmium::Relation& relation, OsmLocations& locations) const;
    /// Where any known node of it is.
    std::optional<Point> somewhere(const osmium::Relation& relation, OsmLocations& locations) const;

    const OsmMatcher* areas_;
    const OsmMatcher* sites_;
    bool boundaries_;
    std::unique_ptr<Store> store_;                               ///< copies of the relations and of their ways
    std::vector<std::int64_t> members_;                          ///< ways of wanted relations, sorted
    std::vector<std::int64_t> in_boundary_;                      ///< ways of boundary relations, sorted
    std::vector<std::pair<std::int64_t, std::uint32_t>> outers_; ///< way, and which relation; sorted
};

} // namespace gis
