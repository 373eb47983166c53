#pragma once
// What a road layer of a planner's says about the class of a street, in the words of OpenStreetMap.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// One class of a cell.
struct RoadClass
{
    std::string written;              ///< as it stands in the cell
    std::optional<std::string> known; ///< OpenStreetMap's word for it; nothing where it is no class that is known here
};

/// The classes of a cell: one, or a list (`['residential', 'steps']`, `a;b`, `a, b`, `主干路、支路`). Capitals, full-width letters and gaps
/// do not matter. Known are OpenStreetMap's own values, walked or not, those of Geofabrik's extracts (words and codes), of the US Census'
/// TIGER lines (MTFCC), and Chinese classes of roads. Empty for a blank cell.
std::vector<RoadClass> road_classes_of(std::string_view cell);

} // namespace fieldgap
