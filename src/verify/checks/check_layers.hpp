#pragma once
// Whether the layers are there and whole: columns, values of their kind, ids that are one's own, and references to rows that are there.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

#include <vector>

namespace fieldgap::verify {

/// Of a file that lacks some: nothing else can be checked.
Check check_columns(const std::vector<Column>& missing);

Check check_layers(const Result& result);

} // namespace fieldgap::verify
