#pragma once
// What is switched on together, and which rows belong to which.

#include "gis/io/qgis/qgis_look.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// In the file of many cities ids alone say too little.
enum class Cities : std::uint8_t { one, many };

/// The first is what opens.
std::vector<gis::MapTheme> result_themes();
std::vector<gis::MapTheme> site_themes();

std::vector<gis::Relation> result_relations(Cities cities);

} // namespace fieldgap
