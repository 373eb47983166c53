#pragma once

#include <string>
#include <string_view>

namespace gis {

/// A to Z as a to z; every other byte as it is, so that UTF-8 stays whole. For endings and names that machines give.
std::string lower_ascii(std::string_view text);

} // namespace gis
