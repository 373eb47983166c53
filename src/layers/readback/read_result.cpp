#include "layers/readback/read_result.hpp"

#include "gis/geometry/middle.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"
#include "layers/readback/result_tables.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr const char* default_crs = "EPSG:4326";

std::string crs_of_schools(const gis::MergeInput& file)
{
    const auto& layers = file.layers();
    const auto schools =
        std::find_if(layers.begin(), layers.end(), [](const gis::InputLayer& layer) { return layer.schema.name == "schools"; });
    if (schools == layers.end() || schools->schema.geometry == gis::LayerGeometry::none) {
        return default_crs;
    }
    const std::string code = gis::authority_of(*file.crs_of(schools->srs_id));
    return code.empty() ? default_crs : code;
}

} // namespace

ReadResult read_result(const std::string& path)
{
    gis::MergeInput file(path);
    ReadResult result;
    result.facts = facts_of(file);
    result.crs = crs_of_schools(file);
    result.values.settings = result.facts.settings;
    result.values.config = result.facts.config;
    read_tables(file, result.values);
    return result;
}

gis::Point middle_of(const ComparedResult& degrees)
{
    std::vector<gis::Point> places;
    for (const ComparedSchool& school : degrees.schools) {
        places.push_back(school.at);
    }
    return places.empty() ? gis::Point() : gis::median(places);
}

void bring_to_plane(ComparedResult& values, const gis::CityPlane& plane)
{
    const auto on_plane = [&plane](gis::MultiPolygon& ground) {
        gis::throw_if_interrupted();
        ground = gis::repaired(plane.to_plane(std::move(ground))).ground;
    };
    for (ComparedSchool& school : values.schools) {
        school.at = plane.to_plane(school.at);
        on_plane(school.ground);
    }
    for (ComparedVenue& venue : values.venues) {
        venue.at = plane.to_plane(venue.at);
    }
    for (District& district : values.districts) {
        on_plane(district.ground);
    }
}

} // namespace fieldgap
