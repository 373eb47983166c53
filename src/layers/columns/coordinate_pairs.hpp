#pragma once
// Two columns, or one of pairs, that may hold the coordinates of a table.

#include "gis/geometry/shapes.hpp"
#include "gis/io/source/vector_source.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

struct CoordinateOption
{
    gis::CoordinateColumns columns;
    std::vector<std::optional<gis::Point>> at; ///< of each row of the sample: x, y as read

    std::size_t filled() const;
    /// At least nine tenths of what is filled can be degrees; false where nothing is.
    bool is_degrees() const;
};

/// All of a table, the likeliest by their headings first.
std::vector<CoordinateOption> coordinate_options(const gis::TableSample& table);

/// Gives a datum to options whose places differ from those of another one as a web map's differ from WGS 84 or from another web map's, by a
/// median of less than 40 m; options at the same places have the same datum.
void compare_options(std::vector<CoordinateOption>& options);

} // namespace fieldgap
