#pragma once
// Layers of a survey brought to degrees, those without CRS with the help of the others.

#include "layers/guess/survey.hpp"

namespace fieldgap {

/// Takes the layers, which are as written, to degrees. A layer that says what its coordinates are, or whose numbers can be one thing only,
/// shows the place of the others; what a layer declares is taken back where its numbers lead nowhere by it. Where several readings are left
/// the first is in use.
void bring_to_degrees(Survey& survey);

} // namespace fieldgap
