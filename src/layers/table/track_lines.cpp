#include "layers/table/track_lines.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {

bool may_be_track(std::string_view kind)
{
    constexpr std::array<std::string_view, 7> words = {"track", "running", "athletics", "跑道", "田径", "outdoor", "室外"};
    const std::string plain = words::lower_case(kind);
    return plain.empty() ||
           std::any_of(words.begin(), words.end(), [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

std::optional<TrackOfLines> track_of_lines(const gis::MultiLine& lines)
{
    TrackOfLines track;
    std::vector<gis::MultiPolygon> laps;
    for (const gis::Line& line : lines) {
        if (gis::is_closed(line)) {
            laps.push_back(gis::repaired(gis::inside_of({line})).ground);
            continue;
        }
        auto completed = gis::completed_track(line);
        if (!completed) {
            return std::nullopt;
        }
        track.added_m += completed->added_m;
        track.gap = completed->gap;
        laps.push_back({std::move(completed->ground)});
    }
    track.ground = gis::repaired(gis::united(laps)).ground;
    return track.ground.empty() ? std::nullopt : std::optional(std::move(track));
}

Finding track_finding(const TrackOfLines& track, std::string layer, std::string id)
{
    const char* added = track.gap == gis::TrackGap::straight ? "straight" : "bend";
    return {IssueCode::track_completed,
            std::move(layer),
            std::move(id),
            track.ground,
            {added, track.added_m, gis::area(track.ground).square_metres()}};
}

} // namespace fieldgap
