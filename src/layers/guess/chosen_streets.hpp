#pragma once
// The streets among what was looked at.

#include "layers/guess/choose_roles.hpp"
#include "layers/guess/survey.hpp"

namespace fieldgap {

/// Lines of the layer or OSM file that is chosen for the network, degrees; none where that is open or there is none.
gis::MultiLine chosen_streets(const Survey& survey, const std::vector<Candidate>& candidates, const std::vector<RoleChoice>& choices);

} // namespace fieldgap
