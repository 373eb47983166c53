#pragma once
// No square metre is given twice, through rows or through layers.

#include "verify/checks/check.hpp"
#include "verify/result/result.hpp"

namespace fieldgap::verify {

Check check_twice(const Result& result);

} // namespace fieldgap::verify
