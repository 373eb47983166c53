#pragma once
// What is wrong with a shape, as messages say it.

#include <string>
#include <string_view>

namespace fieldgap {

/// A reason of `gis::repaired`, most of them GEOS' own, in the language spoken; as it is where it is not on the list. Empty: `if_empty`.
std::string repair_reason_in_words(std::string_view reason, std::string_view if_empty = "no area");

/// `gis::VectorFeature::geometry_problem` in the language spoken; in English the word itself, `none` where it is empty.
std::string geometry_problem_in_words(std::string_view problem);

} // namespace fieldgap
