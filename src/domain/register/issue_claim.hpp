#pragma once
// Whether a district says that an issue is done.

#include "domain/register/issue_past.hpp"

namespace fieldgap {

/// It has written `claimed` into the state, or a note that begins with a word for it (after a reopening: a new note). A claim outlives the
/// end of its quarter.
bool is_claimed(const RegisterRow& row, const IssuePast& past);

} // namespace fieldgap
