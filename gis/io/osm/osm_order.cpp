#include "gis/io/osm/osm_order.hpp"

#include <osmium/osm/object.hpp>
#include <osmium/osm/object_comparisons.hpp>

namespace gis {

void OsmOrder::check(const osmium::OSMObject& object)
{
    const auto type = static_cast<std::uint16_t>(object.type());
    const bool follows = type == last_type_ ? osmium::id_order{}(last_number_, object.id()) : last_type_ < type;
    if (!follows || object.deleted()) {
        throw OsmOutOfOrder{};
    }
    last_type_ = type;
    last_number_ = object.id();
}

} // namespace gis
