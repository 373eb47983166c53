#pragma once

#include <string_view>

namespace gis {

/// True where a `;` stands outside the texts ('..') and names (".." and [..]) of a filter: what follows it would be dropped by some
/// formats.
bool ends_early(std::string_view filter);

} // namespace gis
