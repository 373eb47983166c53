#pragma once
// Objects of an OpenStreetMap file that are kept, each once, however many pieces hold them.

#include "gis/io/osm/osm_tags.hpp"

#include <cstdint>
#include <memory>

namespace osmium {
class Node;
class Relation;
class Way;
} // namespace osmium

namespace gis {

/// Filled in the order of the file.
class OsmStore
{
public:
    OsmStore();
    ~OsmStore();
    OsmStore(const OsmStore&) = delete;
    OsmStore& operator=(const OsmStore&) = delete;

    /// Each is copied with its tags as `read_tags` has them; its place among those of its kind is returned.
    std::uint32_t keep(const osmium::Node& node, OsmTagSpan tags);
    std::uint32_t keep(const osmium::Way& way, OsmTagSpan tags);
    std::uint32_t keep(const osmium::Relation& relation, OsmTagSpan tags);

    /// Good until the next `keep`.
    const osmium::Node& node(std::uint32_t which) const;
    const osmium::Way& way(std::uint32_t which) const;
    const osmium::Relation& relation(std::uint32_t which) const;
    std::uint32_t node_count() const;

private:
    struct Objects;
    std::unique_ptr<Objects> objects_;
};

} // namespace gis
