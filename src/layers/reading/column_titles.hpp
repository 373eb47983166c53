#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

/// What a planner reads in place of the name of a column of a result, with its unit; none for a column that is not ours.
std::optional<std::string> column_title(std::string_view column);

/// The same for a layer in which it may mean something of its own.
std::optional<std::string> column_title(const std::string& layer, const std::string& column);

} // namespace fieldgap
