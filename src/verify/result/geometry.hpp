#pragma once
// Geometry as a GeoPackage keeps it, in the coordinates of the file.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap::verify {

struct Point
{
    double x = 0.0;
    double y = 0.0;
};

/// Lines, or rings of polygons, whatever they were part of; a point is a line of one.
using Shape = std::vector<std::vector<Point>>;

/// Puts what the bytes hold into `shape`; false where they are damaged. NULL and empty geometry are an empty shape.
bool read_shape(std::string_view bytes, Shape& shape);

/// Inside an odd number of rings.
bool holds(const Shape& ground, Point at);

/// The route of a link, as far as it is checked.
struct Route
{
    double length = 0.0; ///< m where `MapScale` knows, else in the unit of the file
    Point first, last;
    bool is_there = false;
    bool is_sound = true; ///< its bytes are a line, or NULL
};

/// How long a unit of the coordinates is.
class MapScale
{
public:
    /// By the definition of the coordinate system as the file has it.
    explicit MapScale(std::string_view definition);

    /// Metres along x and y at a place: those of an ellipsoid for degrees, of a sphere for web maps; elsewhere 1, and `is_known` is false.
    Point metres_at(Point place) const;
    bool is_known() const { return kind_ != Kind::other; }

    double length_m(const std::vector<Point>& line) const;
    double distance_m(Point a, Point b) const;
    /// From a place to the nearest line of the shape; absent where it has none.
    std::optional<double> distance_m(const Shape& shape, Point place) const;

private:
    enum class Kind : unsigned char { degrees, web_map, other };
    Kind kind_;
};

} // namespace fieldgap::verify
