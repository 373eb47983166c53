#pragma once
// What the ledger and the contracts of a result say: which figures are official, and which leases are in force.

#include "layers/readback/result_ids.hpp"

namespace fieldgap {

/// Schools and venues are read already. Without a ledger every figure of a school with official ones counts as one; without the table of
/// leases those of the ledger that count are taken.
void read_books(gis::MergeInput& file, const ResultIds& ids, ComparedResult& result);

} // namespace fieldgap
