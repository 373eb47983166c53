#pragma once

#include "gis/io/source/vector_source.hpp"

#include <string>

namespace gis {

/// Unpacks what belongs to the layer at a path (/vsizip/{..}/.., or an archive itself) and compares it with what was packed: GDAL reads on
/// through damage in what is stored as it is. Throws Error.
void check_members(const VectorSource& source, const std::string& path);

} // namespace gis
