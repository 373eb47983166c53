#pragma once
// Reasons as words of the language spoken.

#include "domain/city/city.hpp"
#include "domain/seats/verdict.hpp"

#include <string>

namespace fieldgap {

/// One clause for each reason, joined by `; `; empty without reasons. Schools, venues and estates are named by name and id. Pupils are
/// rounded to a tenth, m2 to a hundredth, metres to one.
std::string reasons_text(const Reasons& reasons, const City& city);

/// As a table for people says them, in its language; a school by its name where it has one.
std::string verdict_word(Verdict verdict);
std::string binding_words(const Binding& binding, const City& city);

} // namespace fieldgap
