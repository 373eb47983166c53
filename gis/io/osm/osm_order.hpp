#pragma once
// Whether the objects of an OpenStreetMap file come as nearly all files have them.

#include <cstdint>

namespace osmium {
class OSMObject;
} // namespace osmium

namespace gis {

/// Objects are not in the order nodes, ways, relations, each by number and in one version: read them again, put in order.
struct OsmOutOfOrder
{
};

class OsmOrder
{
public:
    /// Throws OsmOutOfOrder where the object does not follow the one before, or is deleted.
    void check(const osmium::OSMObject& object);

private:
    std::uint16_t last_type_ = 0;
    std::int64_t last_number_ = 0;
};

} // namespace gis
