#pragma once
// How the numbers of a layer become places on the globe.

#include "gis/geometry/helmert.hpp"
#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gis {

enum class WebDatum : std::uint8_t { none, gcj02, bd09 };

/// The steps in their order: swap x and y, transform by the four parameters, take as coordinates of `crs`, undo the datum of a web map.
struct CoordinateReading
{
    std::string crs; ///< any text that PROJ takes; x is east or longitude whatever the authority says. Empty: WGS 84 degrees
    WebDatum datum = WebDatum::none;
    bool swap_xy = false;           ///< the file has north or latitude first
    std::optional<Helmert> helmert; ///< from a local plane to that of `crs`
    friend bool operator==(const CoordinateReading&, const CoordinateReading&) = default;
};

/// WGS 84 degrees of each point; none where it ends nowhere on the globe. Throws UsageError for a `crs` that is none.
std::vector<std::optional<Point>> to_degrees(const CoordinateReading& reading, std::span<const Point> points);

} // namespace gis
