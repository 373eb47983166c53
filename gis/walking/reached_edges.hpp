#pragma once
// How far one comes along each edge.

#include "gis/walking/walk_search.hpp"

namespace gis {

/// Part of an edge, in shares of its length from `edge_from`.
struct ReachedPart
{
    EdgeId edge{};
    double from = 0.0;
    double to = 1.0;

    bool is_whole() const { return from <= 0.0 && to >= 1.0; }
};

/// By edge, then share, none touching another: from the stops onwards and from the accesses both ways, as far as the time lasts. One may
/// end a walk anywhere on an edge; who does not come to its end does not wait at the signals there. Accesses are those of the source.
std::vector<ReachedPart> reached_parts(const WalkTimes& times, const WalkStates& states, std::span<const ReachedStop> stops,
                                       std::span<const Access> accesses, double limit_s);

/// In the CityPlane, in the direction of the edge. At least two points.
Line line_of(const WalkNetwork& network, const ReachedPart& part);

} // namespace gis
