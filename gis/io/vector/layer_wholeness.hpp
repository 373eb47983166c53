#pragma once
// Whether all rows of a layer came out of its file: drivers stop at damage, and some of them without a word.

#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/vector/vector_layer.hpp"

#include <cstddef>
#include <string>

class OGRLayer;

namespace gis {

struct GeoJsonText;

/// A layer that was read to its end, with nothing left out, and what was said meanwhile.
struct LayerRead
{
    OGRLayer& layer;
    std::string driver;
    std::string file; ///< the file of the layer: of a folder the one in it
    bool is_immutable = false;
    std::size_t rows = 0;
    const GdalMessages& messages;
    const GeoJsonText* json = nullptr; ///< of a GeoJSON file
};

/// What a driver without a count of its own is believed: any failure it speaks of ends the reading.
bool ends_at_failures(const std::string& driver);

/// Throws Error where rows are missing: against what the file declares where it declares a count, against its text where not. Single bad
/// records that come as rows without geometry are no damage here.
void check_is_whole(const LayerRead& read, const VectorSource& source);

} // namespace gis
