#include "layers/input/place_checks.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/crs/layer_fit.hpp"
#include "layers/crs/offset_search.hpp"
#include "layers/input/far_places.hpp"
#include "layers/input/shifted_layer.hpp"
#include "layers/input/shifted_streets.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

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

bool is_of_unknown_datum(Role role, const Findings& findings)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.code == IssueCode::datum_without_transformation && finding.layer == name_of(role);
    });
}

/// Of a layer in a datum that nobody can transform a few features say enough.
void note_unknown_offset(const std::vector<FitLayer>& layers, Findings& findings)
{
    const auto layer_of = [&](Role role) {
        return std::find_if(layers.begin(), layers.end(), [&](const FitLayer& layer) { return layer.role == role; });
    };
    const auto fields = layer_of(Role::fields);
    const auto campuses = layer_of(Role::campuses);
    if (!is_of_unknown_datum(Role::fields, findings) || is_of_unknown_datum(Role::campuses, findings)) {
        return;
    }
    if (const auto found = offset_into_campuses(*fields, *campuses)) {
        add_shifted(*fields, {0, std::nullopt, found->offset_m, found->tested, found->agree_declared, found->agree_then}, findings);
    }
}

void note_shifted(const std::vector<FitLayer>& layers, const InputFiles& files, CityInput& input)
{
    const std::vector<LayerVerdict> verdicts = compare_layers(layers);
    for (const LayerVerdict& verdict : verdicts) {
        add_shifted(layers[verdict.layer], verdict, input.findings);
    }
    if (!verdicts.empty()) {
        return;
    }
    note_unknown_offset(layers, input.findings);
    if (input.streets) {
        note_beside_streets(layers, files, input);
    }
}

} // namespace

void check_places(const InputFiles& files, CityInput& input)
{
    if (input.city.schools.empty()) {
        return;
    }
    const gis::Point middle = note_far_places(input);
    note_shifted(fit_layers(files, input, middle), files, input);
}

} // namespace fieldgap
