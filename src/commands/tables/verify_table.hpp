#pragma once
// What `fieldgap verify` answers, for a reader and as JSON.

#include "verify/verify.hpp"

#include <string>

namespace fieldgap {

/// A line a check: verdict, what it looks at, how many claims, and its worst case. Chinese lines up.
std::string verify_table(const verify::Verdict& verdict);

/// `file` is the path as it was given.
std::string verify_json(const verify::Verdict& verdict, const std::string& file);

/// The codes of the checks that refuse the result.
std::string refusing_checks(const verify::Verdict& verdict);

} // namespace fieldgap
