#pragma once
// What is switched on together, and which rows belong to which.

#include "gis/io/qgis/qgis_look.hpp"
#include "layers/reading/school_sentence.hpp"

#include <vector>

namespace fieldgap {

/// The first is what opens.
std::vector<gis::MapTheme> result_themes();
std::vector<gis::MapTheme> site_themes();

std::vector<gis::Relation> result_relations(Cities cities);

} // namespace fieldgap
