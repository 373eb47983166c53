#pragma once
// What `screen` writes (docs/rules.md section 6).

#include "layers/result/site_columns.hpp"

namespace fieldgap {

/// sites, site_links, schools_affected. A site that is given as a point is drawn as a circle of 25 m around it.
void write_screening(gis::GeoPackage& file, const ScreenView& view);

/// As it is drawn: nothing for all together, which would cover the sites.
gis::Geometry shape_of(const SiteOut& row);

/// From the site to the school; nothing where no way is known.
gis::Geometry route_of(const ScreenView& view, const SiteLink& link);

} // namespace fieldgap
