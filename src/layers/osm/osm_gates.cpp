#include "layers/osm/osm_layers.hpp"

#include "layers/osm/osm_tags.hpp"
#include "words/ascii.hpp"

namespace fieldgap {
namespace {

bool is_entrance(const gis::OsmFeature& feature)
{
    return feature.kind == gis::OsmKind::node &&
           (osm::is_set(feature.tags, "entrance") || words::is_one_of(feature.tags["barrier"], {"gate", "lift_gate", "swing_gate"}));
}

bool is_barred(std::string_view access)
{
    return osm::are_all_of(osm::values_of(access), {"private", "no"});
}

} // namespace

std::vector<Gate> gates_of_osm(OsmFeatures features, const gis::CityPlane& plane)
{
    std::vector<Gate> gates;
    for (const gis::OsmFeature& feature : features) {
        const std::optional<gis::Point> at = is_entrance(feature) ? osm::position_of(feature, plane) : std::nullopt;
        if (at) {
            Gate gate;
            gate.id = feature.id();
            gate.schools_only = is_barred(feature.tags["access"]) || is_barred(feature.tags["foot"]);
            gate.source = EntrySource::osm;
            gate.at = *at;
            gates.push_back(std::move(gate));
        }
    }
    osm::sort_by_id(gates);
    return gates;
}

} // namespace fieldgap
