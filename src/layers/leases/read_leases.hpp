#pragma once
// The contracts of the lease table, between schools and venues that are known.

#include "layers/table/table.hpp"

#include <vector>

namespace fieldgap {

/// Those that end last first (those that name no end at the end of the list), then by number. A row without m2, with a school or a venue
/// that nobody knows, or that is there before word for word, is reported and left out.
std::vector<Lease> read_leases(const Table& table, const City& city, Findings& findings);

} // namespace fieldgap
