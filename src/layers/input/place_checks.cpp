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

class PlaceCheck
{
public:
    PlaceCheck(const InputFiles& files, CityInput& input) : files_(files), input_(input) {}

    void all()
    {
        const City& city = input_.city;
        const auto schools = with_point(city.schools);
        if (schools.empty()) {
            return;
        }
        middle_ = middle_of(schools);
        note_single(Role::schools, schools);
        for (const School& school : city.schools) {
            if (gis::distance_m(school.at, middle_) < far_place_km * 1000.0) {
                schools_.add(school.at);
            }
        }
        note_layer(Role::campuses, with_ground(city.campuses));
        note_layer(Role::fields, with_ground(city.fields));
        note_layer(Role::venues, with_point(city.venues));
        note_layer(Role::gates, with_point(city.gates));
        note_layer(Role::residential, with_ground(city.estates));
        note_layer(Role::catchments, with_ground(city.catchments));
        note_layer(Role::districts, with_ground(city.districts));
        note_network();
        note_districts();
        note_shifted();
    }

private:
    void note_single(Role role, const std::vector<Placed>& places)
    {
        for (const Placed& one : places) {
            const double km = gis::distance_m(one.at, middle_) / 1000.0;
            if (places.size() > 2 && km > far_place_km) {
                input_.findings.push_back({IssueCode::place_far_off, std::string(name_of(role)), one.id, one.at, {km}});
            }
        }
    }

    /// Either the whole layer is far off, or single places of it.
    void note_layer(Role role, const std::vector<Placed>& places)
    {
        double nearest_km = INFINITY;
        for (const Placed& one : places) {
            nearest_km = std::min(nearest_km, km_to_box(schools_, one.at));
        }
        if (nearest_km > far_layer_km && !places.empty()) {
            input_.findings.push_back({IssueCode::layer_far_off, std::string(name_of(role)), "", {}, {places.size(), nearest_km}});
        } else if (role != Role::districts) {
            note_single(role, places);
        }
    }

    void note_network()
    {
        double nearest_km = INFINITY;
        for (std::size_t i = 0; input_.streets && i < input_.streets->point.size(); ++i) {
            nearest_km = std::min(nearest_km, km_to_box(schools_, input_.streets->point[i]));
        }
        if (std::isfinite(nearest_km) && nearest_km > far_layer_km) {
            input_.findings.push_back({IssueCode::layer_far_off, "network", "", {}, {input_.streets->edge_count(), nearest_km}});
        }
    }

    void note_districts()
    {
        const auto& districts = input_.city.districts;
        std::vector<gis::Box> boxes;
        for (const District& district : districts) {
            boxes.push_back(gis::bounds(district.ground));
        }
        for (std::size_t i = 0; districts.size() > 2 && i < districts.size(); ++i) {
            gis::throw_if_interrupted();
            const double nearest_km = boxes[i].is_empty() ? 0.0 : km_to_nearest(boxes, i);
            if (std::isfinite(nearest_km) && nearest_km > far_district_km) {
                input_.findings.push_back({IssueCode::district_far_off, "districts", districts[i].id, districts[i].ground, {nearest_km}});
            }
        }
    }

    /// From one box to the nearest other, or to any that is not far.
    static double km_to_nearest(const std::vector<gis::Box>& boxes, std::size_t one)
    {
        double nearest_km = INFINITY;
        for (std::size_t other = 0; other < boxes.size() && nearest_km > far_district_km; ++other) {
            if (other != one && !boxes[other].is_empty()) {
                nearest_km = std::min(nearest_km, gap_km(boxes[one], boxes[other]));
            }
        }
        return nearest_km;
    }

    static double gap_km(const gis::Box& a, const gis::Box& b)
    {
        const double dx_m = std::max({a.min_x - b.max_x, b.min_x - a.max_x, 0.0});
        const double dy_m = std::max({a.min_y - b.max_y, b.min_y - a.max_y, 0.0});
        return std::hypot(dx_m, dy_m) / 1000.0;
    }

    /// A layer of its own with what its numbers may be instead; of an OSM file only a reference.
    FitLayer fit_layer(Role role) const
    {
        FitLayer layer;
        layer.role = role;
        const auto reading = files_.readings.find(role);
        if (reading != files_.readings.end()) {
            layer.reading = reading->second;
            layer.alternatives = gis::look_alikes(layer.reading, files_.layers.at(role).crs_authority, input_.plane.to_degrees(middle_));
        }
        return layer;
    }

    void add(FitLayer& layer, const std::string& id, const std::string& owner, const gis::Geometry& where) const
    {
        layer.features.push_back({id, owner, input_.plane.to_degrees(thinned(where))});
    }

    std::vector<FitLayer> fit_layers() const;
    void note_shifted();
    std::string words_of(const LayerVerdict& verdict, const FitLayer& layer) const;
    std::string cure_of(const LayerVerdict& verdict, const FitLayer& layer) const;

    const InputFiles& files_;
    CityInput& input_;
    gis::Point middle_;
    gis::Box schools_; ///< without single ones far off
};

std::vector<FitLayer> PlaceCheck::fit_layers() const
{
    const City& city = input_.city;
    FitLayer schools = fit_layer(Role::schools);
    for (const School& school : city.schools) {
        add(schools, school.id, school.district, school.at);
    }
    FitLayer campuses = fit_layer(Role::campuses);
    for (const Campus& campus : city.campuses) {
        add(campuses, campus.id, campus.school_id, campus.ground);
    }
    FitLayer fields = fit_layer(Role::fields);
    for (const Field& field : city.fields) {
        add(fields, field.id, field.school_id, field.ground.empty() ? gis::Geometry() : gis::Geometry(field.ground));
    }
    FitLayer gates = fit_layer(Role::gates);
    for (const Gate& gate : city.gates) {
        add(gates, gate.id, gate.owner_id, gate.at);
    }
    FitLayer venues = fit_layer(Role::venues);
    for (const Venue& venue : city.venues) {
        add(venues, venue.id, venue.id, venue.ground.empty() ? gis::Geometry(venue.at) : gis::Geometry(venue.ground));
    }
    FitLayer districts = fit_layer(Role::districts);
    for (const District& district : city.districts) {
        add(districts, district.id, district.name, district.ground);
    }
    return {schools, campuses, fields, gates, venues, districts};
}

std::string PlaceCheck::words_of(const LayerVerdict& verdict, const FitLayer& layer) const
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

std::string PlaceCheck::cure_of(const LayerVerdict& verdict, const FitLayer& layer) const
{
    if (!verdict.cure) {
        return translate(Text::fit_cure_none);
    }
    constexpr std::array<const char*, 3> datums = {"datum = \"none\"", "datum = \"gcj02\"", "datum = \"bd09\""};
    const std::string line =
        verdict.cure->crs != layer.reading.crs ? gis::config_lines(*verdict.cure) : datums[static_cast<std::size_t>(verdict.cure->datum)];
    return translate(Text::fit_cure_line, {name_of(layer.role), line});
}

void PlaceCheck::note_shifted()
{
    const std::vector<FitLayer> layers = fit_layers();
    for (const LayerVerdict& verdict : compare_layers(layers)) {
        const FitLayer& layer = layers[verdict.layer];
        const std::string as = words_of(verdict, layer);
        const std::string cure = cure_of(verdict, layer);
        input_.findings.push_back({IssueCode::layer_shifted,
                                   std::string(name_of(layer.role)),
                                   "",
                                   {},
                                   {as, verdict.tested, verdict.agree_then, verdict.agree_declared, cure}});
    }
}

} // namespace

void check_places(const InputFiles& files, CityInput& input)
{
    PlaceCheck(files, input).all();
}

} // namespace fieldgap
