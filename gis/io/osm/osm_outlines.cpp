#include "gis/io/osm/osm_outlines.hpp"

#include <osmium/osm/node_ref_list.hpp>
#include <osmium/osm/object_comparisons.hpp>

#include <algorithm>

namespace gis {
namespace {

/// Small numbers of either sign become small numbers: 0, -1, 1, -2 .. are 0, 1, 2, 3 ..
std::uint64_t folded(std::uint64_t difference)
{
    return (difference << 1U) ^ (0 - (difference >> 63U));
}

std::uint64_t unfolded(std::uint64_t value)
{
    return (value >> 1U) ^ (0 - (value & 1U));
}

void append(std::vector<std::uint8_t>& bytes, std::uint64_t value)
{
    for (; value >= 0x80U; value >>= 7U) {
        bytes.push_back(static_cast<std::uint8_t>(value | 0x80U));
    }
    bytes.push_back(static_cast<std::uint8_t>(value));
}

std::uint64_t take(const std::vector<std::uint8_t>& bytes, std::size_t& at)
{
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const std::uint64_t byte = bytes[at++];
        value |= (byte & 0x7FU) << shift;
        if (byte < 0x80U) {
            return value;
        }
    }
}

} // namespace

void OsmOutlines::add(std::int64_t way, const osmium::NodeRefList& nodes)
{
    ways_.emplace_back(way, bytes_.size());
    append(bytes_, nodes.size());
    std::uint64_t before = 0;
    for (const osmium::NodeRef& node : nodes) {
        const auto number = static_cast<std::uint64_t>(node.ref());
        append(bytes_, folded(number - before));
        before = number;
    }
}

void OsmOutlines::find(std::int64_t way, std::vector<std::int64_t>& nodes) const
{
    nodes.clear();
    const auto found =
        std::lower_bound(ways_.begin(), ways_.end(), way, [](const auto& a, std::int64_t b) { return osmium::id_order{}(a.first, b); });
    if (found == ways_.end() || found->first != way) {
        return;
    }
    std::size_t at = found->second;
    const std::uint64_t count = take(bytes_, at);
    std::uint64_t number = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        number += unfolded(take(bytes_, at));
        nodes.push_back(static_cast<std::int64_t>(number));
    }
}

} // namespace gis
