#pragma once
// The walk network of a city out of its OSM file or line layer.

#include "gis/geometry/shapes.hpp"
#include "layers/input/input_files.hpp"
#include "layers/input/input_records.hpp"
#include "layers/input/read_city.hpp"
#include "layers/table/table.hpp"

namespace fieldgap {

/// Builds `into.streets`, and the slopes where they are wanted. Of an OSM file the whole ways that touch the surroundings of `extent` (the
/// plane), or all where none does; a line layer is taken whole, `rows` are its own. What is doubtful is appended to `into.findings`, what
/// is used counted in `used`. Takes the streets out of `files`. Throws gis::Error where there is no street, PieceTooSmall where a piece of
/// the map does not hold the surroundings.
void read_network(const Config& config, InputFiles& files, const Table* rows, const gis::Box& extent, CityInput& into, UsedRows& used);

} // namespace fieldgap
