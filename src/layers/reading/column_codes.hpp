#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fieldgap {

/// Codes and their words.
using CodeWords = std::vector<std::pair<std::string, std::string>>;

/// Of a column that holds codes: `COLUMN` where it means the same in every layer, else `LAYER.COLUMN`. Empty for other columns.
CodeWords words_for_codes(std::string_view column);

} // namespace fieldgap
