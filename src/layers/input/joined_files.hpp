#pragma once
// Several files of one layout as one layer: a crawler writes a file for each kind, an office one for each stage or district.

#include "gis/io/vector/vector_layer.hpp"
#include "layers/config/config.hpp"

namespace fieldgap {

/// As `gis::read_layer_as_written`, for all files of an input; rows are numbered on from file to file. Throws gis::Error where they do not
/// have the same columns (in any order) or do not declare the same coordinate system.
gis::VectorLayer read_files_as_written(const InputSpec& spec);

} // namespace fieldgap
