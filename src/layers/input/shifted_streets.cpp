#include "layers/input/shifted_streets.hpp"

#include "gis/geometry/datum.hpp"
#include "layers/crs/street_fit.hpp"
#include "layers/crs/street_offset.hpp"
#include "layers/input/shifted_layer.hpp"
#include "words/ascii.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace fieldgap {
namespace {

/// The lines of all edges but those of sight for which `takes` holds, in the plane; borrowed.
template <class Takes>
std::vector<std::span<const gis::Point>> lines_where(const gis::WalkNetwork& streets, const Takes& takes)
{
    std::vector<std::span<const gis::Point>> lines;
    for (std::uint32_t edge = 0; edge < streets.edge_count(); ++edge) {
        if (!streets.is_sight(gis::EdgeId{edge}) && takes(edge)) {
            lines.push_back(streets.line(gis::EdgeId{edge}));
        }
    }
    return lines;
}

/// The lines of the network, in degrees.
gis::MultiLine lines_of(const gis::WalkNetwork& streets, const gis::CityPlane& plane)
{
    gis::MultiLine lines;
    for (const auto line : lines_where(streets, [](std::uint32_t) { return true; })) {
        lines.emplace_back(line.begin(), line.end());
    }
    return std::get<gis::MultiLine>(plane.to_degrees(gis::Geometry(std::move(lines))));
}

/// Where the layers agree with each other, all of them may be shifted alike: only the streets can tell.
/// Returns whether it had something to report.
bool note_shifted_alike(const std::vector<FitLayer>& layers, CityInput& input)
{
    bool is_any = false;
    const StreetFit fit = fit_to_streets(layers, lines_of(*input.streets, input.plane));
    for (std::size_t i = 0; i < layers.size() && fit.datum && *fit.datum != fit.declared; ++i) {
        const auto& others = layers[i].alternatives;
        const auto cure = std::find_if(others.begin(), others.end(), [&](const gis::SourceCrs& other) {
            return other.crs == layers[i].reading.crs && other.datum == *fit.datum;
        });
        if (cure != others.end() && !layers[i].features.empty() && layers[i].reading.datum == fit.declared) {
            const auto at = static_cast<std::size_t>(*fit.datum);
            add_shifted(layers[i], {i, *cure, {}, fit.better[at] + fit.worse[at], fit.worse[at], fit.better[at]}, input.findings);
            is_any = true;
        }
    }
    return is_any;
}

/// Streets that cars use, in the plane; all of those whose class is not known.
std::vector<std::span<const gis::Point>> roads_of(const gis::WalkNetwork& streets)
{
    constexpr std::array<std::string_view, 9> paths = {"footway", "path",     "steps",     "pedestrian", "service",
                                                       "track",   "cycleway", "bridleway", "pier"};
    return lines_where(streets,
                       [&](std::uint32_t edge) { return !words::is_one_of(streets.kinds[streets.edge_kind[edge]].highway, paths); });
}

/// The other reading of the layer that moves the middle of the city by about the offset; none if no reading does.
std::optional<gis::SourceCrs> reading_that_moves(const FitLayer& layer, const gis::CityPlane& plane, const gis::Point& offset_m)
{
    constexpr double alike_m = 50.0;
    const std::vector<gis::Point> middle = {plane.centre()};
    const auto written = gis::written_of(layer.reading, middle);
    for (const gis::SourceCrs& other : layer.alternatives) {
        if (!written.front()) {
            break;
        }
        const std::vector<gis::Point> numbers = {*written.front()};
        const auto moved = gis::to_degrees(other, numbers);
        if (moved.front() && gis::distance_m(plane.to_plane(*moved.front()), offset_m) < alike_m) {
            return other;
        }
    }
    return std::nullopt;
}

std::optional<StreetOffset> offset_from_grounds(const CityInput& input)
{
    std::vector<gis::MultiPolygon> grounds;
    for (const Campus& campus : input.city.campuses) {
        grounds.push_back(campus.ground);
    }
    std::vector<gis::Point> gates;
    for (const Gate& gate : input.city.gates) {
        gates.push_back(gate.at);
    }
    return offset_of_streets(grounds, gates, roads_of(*input.streets));
}

void add_moved(const FitLayer& layer, const StreetOffset& found, const gis::Point& offset_m, CityInput& input)
{
    add_shifted(layer,
                {0, reading_that_moves(layer, input.plane, offset_m), offset_m, found.tested, found.agree_declared, found.agree_then},
                input.findings);
}

} // namespace

void note_beside_streets(const std::vector<FitLayer>& layers, const InputFiles& files, CityInput& input)
{
    const std::optional<StreetOffset> found = offset_from_grounds(input);
    const bool has_own_streets = files.readings.contains(Role::network);
    const FitLayer network = layer_as_read(Role::network, files, input.plane.centre());
    // That one layer was read wrongly is likelier than that all others were.
    if (found && has_own_streets && reading_that_moves(network, input.plane, found->offset_m)) {
        add_moved(network, *found, found->offset_m, input);
        return;
    }
    const bool is_told = gis::is_in_mainland_china(input.plane.centre()) && note_shifted_alike(layers, input);
    if (is_told || !found) {
        return;
    }
    if (has_own_streets) {
        add_moved(network, *found, found->offset_m, input);
        return;
    }
    // Streets of OpenStreetMap lie right.
    for (const FitLayer& layer : layers) {
        if (files.readings.contains(layer.role) && !layer.features.empty()) {
            add_moved(layer, *found, {-found->offset_m.x, -found->offset_m.y}, input);
        }
    }
}

} // namespace fieldgap
