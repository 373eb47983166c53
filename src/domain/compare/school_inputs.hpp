#pragma once
// What each school brings into the allocation, in the old city and in the new one.

#include "domain/compare/replay.hpp"

#include <vector>

namespace fieldgap {

/// By node. A school that is yet to come stands there with nothing; one that others will merge into, or be split off as, is not there.
std::vector<SchoolInputs> first_inputs(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes);

/// By node. A school that is gone has neither pupils nor anything for partners; one that merged or was split is not there.
std::vector<SchoolInputs> last_inputs(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes);

} // namespace fieldgap
