#pragma once
// Files that are parts of one input: a crawler writes one for each kind of place, an office one for each stage or district.

#include "layers/guess/layer_facts.hpp"

namespace fieldgap {

/// Two files of the same columns, shape and coordinate system, of one city (places within some 50 km), of which at most a tenth of the
/// rows of the smaller stand in the other, too: by id, or by name and place. Two years or two editions of one list are no parts.
bool are_parts_of_one(Role role, const LayerFacts& one, const LayerFacts& other);

} // namespace fieldgap
