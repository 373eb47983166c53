#pragma once
// MapInfo files declare what they hold in parts of their own, and GDAL stops without a word where one of them ends early.

#include <optional>
#include <string>

namespace gis {

/// What is missing of a .tab or .mif of which so many rows were read, as a text for a message; nothing where nothing is.
std::optional<std::string> missing_of_mapinfo(const std::string& path, std::size_t rows);

} // namespace gis
