#pragma once
// What a heading says about coordinates: which of the two, in which datum.

#include "layers/columns/coordinate_words.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

enum class CoordinateAxis : std::uint8_t { x, y, pair };

struct CoordinateHeading
{
    CoordinateAxis axis{};
    CoordinateFamily family{}; ///< of x and y
    std::size_t rank = 0;      ///< among the words of its family and axis, the most telling first
    bool is_north_first = false;
    bool is_sure = true;                ///< false for a pair whose heading is only a place (`location`, 坐标): its values tell
    std::optional<gis::WebDatum> datum; ///< WGS 84 is `none`
    std::string beside;                 ///< what else the heading says: x and y of one point have it alike
};

/// `lng`, 经度, `wgs84_lng`, 高德经度, `X_GCJ02`, `lnglat`, `location` ..; nothing for a heading that names no coordinate.
std::optional<CoordinateHeading> coordinate_heading(const std::string& heading);

/// The datum that a heading names, whatever else it says.
std::optional<gis::WebDatum> datum_of_heading(const std::string& heading);

/// True for a heading of x, y or a geometry, which help to find the head of a table.
bool is_coordinate_heading(const std::string& heading);

} // namespace fieldgap
