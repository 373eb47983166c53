#include "layers/input/place_checks.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/datum.hpp"
#include "gis/io/crs/look_alikes.hpp"
#include "layers/crs/layer_fit.hpp"
#include "layers/crs/offset_search.hpp"
#include "layers/crs/street_fit.hpp"
#include "layers/input/far_places.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

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

void add_shifted(const FitLayer& layer, const LayerVerdict& verdict, Findings& findings)
{
    const std::string as = words_of(verdict, layer);
    const std::string cure = cure_of(verdict, layer);
    findings.push_back({IssueCode::layer_shifted,
                        std::string(name_of(layer.role)),
                        "",
                        {},
                        {as, verdict.tested, verdict.agree_then, verdict.agree_declared, cure}});
}

/// The lines of the network, in degrees.
gis::MultiLine lines_of(const gis::WalkNetwork& streets, const gis::CityPlane& plane)
{
    gis::MultiLine lines;
    for (std::uint32_t edge = 0; edge < streets.edge_count(); ++edge) {
        if (!streets.is_sight(gis::EdgeId{edge})) {
            lines.emplace_back(streets.point.begin() + streets.first_point[edge], streets.point.begin() + streets.first_point[edge + 1]);
        }
    }
    return std::get<gis::MultiLine>(plane.to_degrees(gis::Geometry(std::move(lines))));
}

/// Where the layers agree with each other, all of them may be shifted alike: only the streets can tell.
void note_shifted_alike(const std::vector<FitLayer>& layers, const CityInput& input, Findings& findings)
{
    const StreetFit fit = fit_to_streets(layers, lines_of(*input.streets, input.plane));
    for (std::size_t i = 0; i < layers.size() && fit.datum && *fit.datum != fit.declared; ++i) {
        const auto& others = layers[i].alternatives;
        const auto cure = std::find_if(others.begin(), others.end(), [&](const gis::SourceCrs& other) {
            return other.crs == layers[i].reading.crs && other.datum == *fit.datum;
        });
        if (cure != others.end() && !layers[i].features.empty() && layers[i].reading.datum == fit.declared) {
            const auto at = static_cast<std::size_t>(*fit.datum);
            add_shifted(layers[i], {i, *cure, {}, fit.better[at] + fit.worse[at], fit.worse[at], fit.better[at]}, findings);
        }
    }
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

void note_shifted(const std::vector<FitLayer>& layers, CityInput& input)
{
    const std::vector<LayerVerdict> verdicts = compare_layers(layers);
    for (const LayerVerdict& verdict : verdicts) {
        add_shifted(layers[verdict.layer], verdict, input.findings);
    }
    if (!verdicts.empty()) {
        return;
    }
    note_unknown_offset(layers, input.findings);
    if (input.streets && gis::is_in_mainland_china(input.plane.centre())) {
        note_shifted_alike(layers, input, input.findings);
    }
}

} // namespace

void check_places(const InputFiles& files, CityInput& input)
{
    if (input.city.schools.empty()) {
        return;
    }
    const gis::Point middle = note_far_places(input);
    note_shifted(fit_layers(files, input, middle), input);
}

} // namespace fieldgap
