#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace osmium {
class NodeRefList;
} // namespace osmium

namespace gis {

/// Node lists of ways that are kept in case a relation names them: each number as its difference from the one before, 2 to 3 bytes a node.
class OsmOutlines
{
public:
    void add(std::int64_t way, const osmium::NodeRefList& nodes);
    /// Replaces `nodes` by those of `way`, or by none. Ways must have been added in the order of libosmium.
    void find(std::int64_t way, std::vector<std::int64_t>& nodes) const;

private:
    std::vector<std::pair<std::int64_t, std::size_t>> ways_; ///< number, and where it begins
    std::vector<std::uint8_t> bytes_;
};

} // namespace gis
