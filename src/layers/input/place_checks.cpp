#include "layers/input/place_checks.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/crs/crs_guess.hpp"
#include "layers/crs/layer_fit.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// No city is wider; beyond this a layer is of another one.
constexpr double far_layer_km = 50.0;
constexpr double far_district_km = 50.0;
constexpr double far_place_km = 100.0;

struct Placed
{
    std::string id;
    gis::Point at; ///< in the plane, like the city
};

template <class Thing>
std::vector<Placed> with_ground(const std::vector<Thing>& things)
{
    std::vector<Placed> placed;
    for (const Thing& thing : things) {
        if (!thing.ground.empty()) {
            placed.push_back({thing.id, gis::middle_of(gis::bounds(thing.ground))});
        }
    }
    return placed;
}

/// Estates may be points.
std::vector<Placed> with_place(const std::vector<Estate>& estates)
{
    std::vector<Placed> placed = with_ground(estates);
    for (const Estate& estate : estates) {
        if (estate.ground.empty() && estate.at) {
            placed.push_back({estate.id, *estate.at});
        }
    }
    return placed;
}

template <class Thing>
std::vector<Placed> with_point(const std::vector<Thing>& things)
{
    std::vector<Placed> placed;
    for (const Thing& thing : things) {
        placed.push_back({thing.id, thing.at});
    }
    return placed;
}

gis::Point middle_of(const std::vector<Placed>& places)
{
    std::vector<gis::Point> points;
    for (const Placed& one : places) {
        points.push_back(one.at);
    }
    return gis::median(points);
}

double km_to_box(const gis::Box& box, const gis::Point& point)
{
    const double dx_m = std::max({box.min_x - point.x, point.x - box.max_x, 0.0});
    const double dy_m = std::max({box.min_y - point.y, point.y - box.max_y, 0.0});
    return std::hypot(dx_m, dy_m) / 1000.0;
}

/// Whether layers fit shows in the shape of an outline, not in the last of very many vertices.
gis::MultiPolygon thinned(const gis::MultiPolygon& ground)
{
    constexpr std::size_t enough = 5000;
    gis::MultiPolygon thin = ground;
    for (gis::Polygon& polygon : thin) {
        if (polygon.outer.size() > enough) {
            const std::size_t step = polygon.outer.size() / enough + 1;
            gis::Ring some;
            for (std::size_t i = 0; i < polygon.outer.size(); i += step) {
                some.push_back(polygon.outer[i]);
            }
            some.push_back(some.front());
            polygon.outer = std::move(some);
        }
    }
    return thin;
}

gis::Geometry thinned(const gis::Geometry& where)
{
    const auto* ground = std::get_if<gis::MultiPolygon>(&where);
    return ground != nullptr ? gis::Geometry(thinned(*ground)) : where;
}

void note_single(Role role, const std::vector<Placed>& places, const gis::Point& middle, Findings& findings)
{
    for (const Placed& one : places) {
        const double km = gis::distance_m(one.at, middle) / 1000.0;
        if (places.size() > 2 && km > far_place_km) {
            findings.push_back({IssueCode::place_far_off, std::string(name_of(role)), one.id, one.at, {km}});
        }
    }
}

/// Where the schools are.
struct SchoolArea
{
    gis::Point middle;
    gis::Box box; ///< without single ones far off
};

SchoolArea area_of(const std::vector<Placed>& schools)
{
    SchoolArea area{middle_of(schools), {}};
    for (const Placed& school : schools) {
        if (gis::distance_m(school.at, area.middle) < far_place_km * 1000.0) {
            area.box.add(school.at);
        }
    }
    return area;
}

/// Either the whole layer is far off, or single places of it.
void note_layer(Role role, const std::vector<Placed>& places, const SchoolArea& schools, Findings& findings)
{
    double nearest_km = INFINITY;
    for (const Placed& one : places) {
        nearest_km = std::min(nearest_km, km_to_box(schools.box, one.at));
    }
    if (nearest_km > far_layer_km && !places.empty()) {
        findings.push_back({IssueCode::layer_far_off, std::string(name_of(role)), "", {}, {places.size(), nearest_km}});
    } else if (role != Role::districts) {
        note_single(role, places, schools.middle, findings);
    }
}

void note_network(const gis::WalkNetwork& streets, const SchoolArea& schools, Findings& findings)
{
    double nearest_km = INFINITY;
    for (const gis::Point& point : streets.point) {
        nearest_km = std::min(nearest_km, km_to_box(schools.box, point));
    }
    if (std::isfinite(nearest_km) && nearest_km > far_layer_km) {
        findings.push_back({IssueCode::layer_far_off, "network", "", {}, {streets.edge_count(), nearest_km}});
    }
}

double gap_km(const gis::Box& a, const gis::Box& b)
{
    const double dx_m = std::max({a.min_x - b.max_x, b.min_x - a.max_x, 0.0});
    const double dy_m = std::max({a.min_y - b.max_y, b.min_y - a.max_y, 0.0});
    return std::hypot(dx_m, dy_m) / 1000.0;
}

/// From one box to the nearest other, or to any that is not far.
double km_to_nearest(const std::vector<gis::Box>& boxes, std::size_t one)
{
    double nearest_km = INFINITY;
    for (std::size_t other = 0; other < boxes.size() && nearest_km > far_district_km; ++other) {
        if (other != one && !boxes[other].is_empty()) {
            nearest_km = std::min(nearest_km, gap_km(boxes[one], boxes[other]));
        }
    }
    return nearest_km;
}

void note_districts(const std::vector<District>& districts, Findings& findings)
{
    std::vector<gis::Box> boxes;
    for (const District& district : districts) {
        boxes.push_back(gis::bounds(district.ground));
    }
    for (std::size_t i = 0; districts.size() > 2 && i < districts.size(); ++i) {
        gis::throw_if_interrupted();
        const double nearest_km = boxes[i].is_empty() ? 0.0 : km_to_nearest(boxes, i);
        if (std::isfinite(nearest_km) && nearest_km > far_district_km) {
            findings.push_back({IssueCode::district_far_off, "districts", districts[i].id, districts[i].ground, {nearest_km}});
        }
    }
}

/// A layer with what its numbers may be instead; one of an OSM file is only a reference.
FitLayer layer_as_read(Role role, const InputFiles& files, const gis::Point& middle_deg)
{
    FitLayer layer;
    layer.role = role;
    if (const auto reading = files.readings.find(role); reading != files.readings.end()) {
        layer.reading = reading->second;
        layer.alternatives = gis::look_alikes(layer.reading, files.layers.at(role).crs_authority, middle_deg);
    }
    return layer;
}

std::vector<FitLayer> fit_layers(const InputFiles& files, const CityInput& input, const gis::Point& middle)
{
    std::vector<FitLayer> layers;
    const auto add = [&](Role role, const auto& things, auto owner, auto where) {
        layers.push_back(layer_as_read(role, files, input.plane.to_degrees(middle)));
        for (const auto& thing : things) {
            layers.back().features.push_back({thing.id, thing.*owner, input.plane.to_degrees(thinned(where(thing)))});
        }
    };
    const auto at = [](const auto& thing) { return gis::Geometry(thing.at); };
    const auto ground = [](const auto& thing) { return thing.ground.empty() ? gis::Geometry() : gis::Geometry(thing.ground); };
    const auto ground_or_at = [&](const Venue& venue) { return venue.ground.empty() ? at(venue) : ground(venue); };
    add(Role::schools, input.city.schools, &School::district, at);
    add(Role::campuses, input.city.campuses, &Campus::school_id, ground);
    add(Role::fields, input.city.fields, &Field::school_id, ground);
    add(Role::gates, input.city.gates, &Gate::owner_id, at);
    add(Role::venues, input.city.venues, &Venue::id, ground_or_at);
    add(Role::districts, input.city.districts, &District::name, ground);
    return layers;
}

std::string words_of(const LayerVerdict& verdict, const FitLayer& layer)
{
    if (!verdict.cure) {
        return translate(Text::fit_offset, {verdict.offset_m.x, verdict.offset_m.y});
    }
    if (verdict.cure->crs != layer.reading.crs) {
        return translate(Text::fit_crs, {verdict.cure->crs});
    }
    switch (verdict.cure->datum) {
    case gis::WebDatum::gcj02: return translate(Text::fit_gcj02);
    case gis::WebDatum::bd09: return translate(Text::fit_bd09);
    case gis::WebDatum::none: break;
    }
    return translate(Text::fit_no_datum, {layer.reading.datum == gis::WebDatum::bd09 ? "bd09" : "gcj02"});
}

std::string cure_of(const LayerVerdict& verdict, const FitLayer& layer)
{
    if (!verdict.cure) {
        return translate(Text::fit_cure_none);
    }
    constexpr std::array<const char*, 3> datums = {"datum = \"none\"", "datum = \"gcj02\"", "datum = \"bd09\""};
    const std::string line =
        verdict.cure->crs != layer.reading.crs ? gis::config_lines(*verdict.cure) : datums[static_cast<std::size_t>(verdict.cure->datum)];
    return translate(Text::fit_cure_line, {name_of(layer.role), line});
}

void note_shifted(const std::vector<FitLayer>& layers, Findings& findings)
{
    for (const LayerVerdict& verdict : compare_layers(layers)) {
        const FitLayer& layer = layers[verdict.layer];
        const std::string as = words_of(verdict, layer);
        const std::string cure = cure_of(verdict, layer);
        findings.push_back({IssueCode::layer_shifted,
                            std::string(name_of(layer.role)),
                            "",
                            {},
                            {as, verdict.tested, verdict.agree_then, verdict.agree_declared, cure}});
    }
}

} // namespace

void check_places(const InputFiles& files, CityInput& input)
{
    const City& city = input.city;
    Findings& findings = input.findings;
    if (city.schools.empty()) {
        return;
    }
    const std::vector<Placed> placed = with_point(city.schools);
    const SchoolArea schools = area_of(placed);
    note_single(Role::schools, placed, schools.middle, findings);
    note_layer(Role::campuses, with_ground(city.campuses), schools, findings);
    note_layer(Role::fields, with_ground(city.fields), schools, findings);
    note_layer(Role::venues, with_point(city.venues), schools, findings);
    note_layer(Role::gates, with_point(city.gates), schools, findings);
    note_layer(Role::residential, with_place(city.estates), schools, findings);
    note_layer(Role::catchments, with_ground(city.catchments), schools, findings);
    note_layer(Role::districts, with_ground(city.districts), schools, findings);
    if (input.streets) {
        note_network(*input.streets, schools, findings);
    }
    note_districts(city.districts, findings);
    note_shifted(fit_layers(files, input, schools.middle), findings);
}

} // namespace fieldgap
