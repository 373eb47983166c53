#pragma once
// Pieces of which the items of a print layout are made.

#include "gis/io/qgis/qgis_print.hpp"

#include <string>
#include <vector>

namespace gis {

std::string text_style(double size_pt, bool bold, const std::string& colour);

/// As Qt 5 writes a font, for the items that ask for it in QGIS 3.22: it takes no description without a family, and falls back from one
/// that is not there in silence.
std::string font_description(const char* element, double size_pt, bool bold);

/// The columns of a table, and those by which it is sorted.
std::string columns_xml(const std::vector<PrintColumn>& columns);
std::string sort_columns_xml(std::vector<PrintColumn> columns);

/// A drawing (SVG) of an arrow to the north.
std::string north_arrow_base64();

} // namespace gis
