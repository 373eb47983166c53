#include "layers/guess/survey_places.hpp"

#include "gis/error.hpp"
#include "layers/crs/layer_crs.hpp"
#include "layers/places/place_evidence.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Coordinates far from the middle of a country's extract say little about where a city lies: the widest extent in which to look for
/// others.
constexpr double widest_deg = 4.0;

void bring(SurveyedLayer& layer, const gis::SourceCrs& reading)
{
    gis::VectorSource source;
    source.crs = reading.crs;
    source.datum = reading.datum;
    source.swap_xy = reading.swap_xy;
    source.role = "init";
    source.needs_crs = false;
    gis::bring_to_degrees(layer.rows, source);
    layer.reading = reading;
}

/// False where the numbers cannot be what is declared; the layer is then still as written.
bool bring_as_declared(SurveyedLayer& layer, const std::optional<gis::Box>& extent)
{
    InputSpec spec;
    spec.source.role = "init";
    spec.source.needs_crs = false;
    Findings mended; // 'check' reports them
    try {
        layer.reading = georeference(layer.rows, spec, extent, mended);
        return true;
    } catch (const gis::Error&) {
        return false;
    }
}

bool has_one_reading(const CrsReadings& readings)
{
    return readings.list.size() == 1 && is_reading(readings.list.front());
}

void add_extent(std::optional<gis::Box>& extent, const SurveyedLayer& layer)
{
    gis::VectorSource source;
    source.crs = "EPSG:4326"; // what it is brought to
    const auto own = declared_extent(layer.rows, source);
    if (own && own->max_x - own->min_x <= widest_deg && own->max_y - own->min_y <= widest_deg && !extent) {
        extent = own;
    }
}

std::optional<gis::Box> extent_of_streets(const std::vector<SurveyedOsm>& files)
{
    gis::Box streets;
    for (const SurveyedOsm& osm : files) {
        for (const gis::Point& node : osm.file.streets.node) {
            streets.add(node);
        }
    }
    return streets.is_empty() ? std::nullopt : std::optional(streets);
}

/// What all files together say of their place; files that are handed over together are of one city.
PlaceEvidence evidence_of(const std::vector<SurveyedLayer>& layers)
{
    std::vector<NamedTable> tables;
    for (const SurveyedLayer& layer : layers) {
        tables.push_back({&layer.rows, layer.path});
    }
    return place_evidence_of(tables);
}

bool lacks_any_crs(const std::vector<SurveyedLayer>& layers)
{
    return std::any_of(layers.begin(), layers.end(), [](const SurveyedLayer& layer) { return layer.lacks_crs; });
}

} // namespace

void bring_to_degrees(Survey& survey)
{
    std::optional<gis::Box> extent;
    for (SurveyedLayer& layer : survey.layers) {
        const bool is_declared = !layer.rows.crs_text.empty() || !layer.rows.has_geometry;
        if (is_declared && bring_as_declared(layer, extent)) {
            add_extent(extent, layer);
        } else {
            layer.lacks_crs = true;
        }
    }
    extent = extent ? extent : extent_of_streets(survey.osm);
    const PlaceEvidence evidence = lacks_any_crs(survey.layers) ? evidence_of(survey.layers) : PlaceEvidence();
    for (const bool is_last : {false, true}) {
        for (SurveyedLayer& layer : survey.layers) {
            if (!layer.lacks_crs || !layer.readings.evidence.empty()) {
                continue;
            }
            CrsReadings readings = crs_readings(layer.rows, extent, evidence);
            if (!is_last && !has_one_reading(readings)) {
                continue;
            }
            layer.readings = std::move(readings);
            if (!layer.readings.list.empty() && is_reading(layer.readings.list.front())) {
                bring(layer, layer.readings.list.front().reading);
            }
            if (!is_last) {
                add_extent(extent, layer);
            }
        }
    }
}

} // namespace fieldgap
