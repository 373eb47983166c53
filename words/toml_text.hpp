#pragma once

#include <string>
#include <string_view>

namespace words {

/// A TOML basic string: quotes, backslashes and what no reader sees (words/visible.hpp) escaped. Wrong bytes stay.
std::string toml_text(std::string_view text);

} // namespace words
