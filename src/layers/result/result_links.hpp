#pragma once
// The layers `links` and `unreached` (docs/rules.md section 6).

#include "layers/result/result_view.hpp"

#include <functional>
#include <string>

namespace fieldgap {

void write_links(gis::GeoPackage& file, const ResultView& view);

/// Takes the ends and the route of a link, in the CityPlane.
using LinkVisitor = std::function<void(const std::string& from_school, const std::string& to_id, const gis::Geometry& route)>;
/// In the order of the layer.
void for_each_link(const ResultView& view, const LinkVisitor& visit);

void write_unreached(gis::GeoPackage& file, const ResultView& view);
/// Takes the straight line in place of a route.
void for_each_unreached(const ResultView& view, const LinkVisitor& visit);

} // namespace fieldgap
