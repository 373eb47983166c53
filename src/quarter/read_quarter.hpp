#pragma once
// The quarter's report of a result and a register, out of their files.

#include "quarter/quarter_report.hpp"

namespace fieldgap::quarter {

/// `register_path` empty: the result's own copies. Not a byte of either file changes. Throws gis::UsageError where the result has no
/// register and none is named, gis::Error where a file cannot be read or the one named is no register.
QuarterReport read_quarter(const std::string& result_path, const std::string& register_path);

} // namespace fieldgap::quarter
