#pragma once
// How a planner first sees the result in QGIS.

#include "gis/io/qgis/qgis_look.hpp"

#include <string>

namespace fieldgap {

/// Of the layers of one city (docs/rules.md section 6): styles, themes, forms, pages to print. Where the city keeps a strike-off register,
/// that one too, to be filled in: its path counts from the project.
gis::QgisLook result_styles(const std::string& register_path = {});

/// Of the layers of many results in one file, with its tables `cities` and `summary`.
gis::QgisLook merged_styles();

/// Of the layers that `screen` writes.
gis::QgisLook site_styles();

/// Of the layers that `diff` writes.
gis::QgisLook change_styles();

/// For a file that holds the layer data_issues alone.
gis::QgisLook issue_styles();

} // namespace fieldgap
