#pragma once

#include "gis/io/qgis/qgis_form.hpp"

#include <string>

namespace fieldgap {

/// Title and words of codes of a column of a result.
gis::ColumnWords words_of_column(const std::string& layer, const std::string& column);

/// An expression for the word of the code that another expression gives.
std::string worded(const std::string& column, const std::string& expression);

} // namespace fieldgap
