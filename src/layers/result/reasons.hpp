#pragma once
// Reasons as words of the language spoken.

#include "domain/city/city.hpp"
#include "domain/seats/verdict.hpp"

#include <string>

namespace fieldgap {

/// One clause for each reason, joined by `; `; empty without reasons. Schools, venues and estates are named by name and id. Pupils are
/// rounded to a tenth, m2 to a hundredth, metres to one.
std::string reasons_text(const Reasons& reasons, const City& city);

} // namespace fieldgap
