#pragma once
// A guard before the parser: toml++ 3.3 builds and frees dotted keys by recursion, and a key of 100 000 parts ends the program.

#include <string>
#include <string_view>

namespace fieldgap::config {

/// Throws gis::UsageError with the place where a key has more parts than any of ours could have.
void refuse_deep_keys(std::string_view toml, const std::string& source);

} // namespace fieldgap::config
