#pragma once
// Running tracks that a layer draws as lines.

#include "domain/city/finding.hpp"
#include "gis/geometry/track.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

/// True for a kind of ground that names a running track (in English or Chinese) or outdoor ground of any sort, and where no kind is given.
bool may_be_track(std::string_view kind);

struct TrackOfLines
{
    gis::MultiPolygon ground;
    double added_m = 0.0;
    gis::TrackGap gap = gis::TrackGap::straight; ///< of the last line that was open
};

/// The union of the grounds inside lines that are closed or can be completed to a lap; nothing where one of them is neither.
std::optional<TrackOfLines> track_of_lines(const gis::MultiLine& lines);

Finding track_finding(const TrackOfLines& track, std::string layer, std::string id);

} // namespace fieldgap
