#pragma once
// What the keys of a summary mean, for people.

#include <string>
#include <string_view>

namespace fieldgap {

/// Beside the key in the workbook; empty for keys of years, speeds, districts and the like, which say it themselves.
std::string label_of(std::string_view key);

} // namespace fieldgap
