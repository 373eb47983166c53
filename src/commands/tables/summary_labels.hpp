#pragma once
// What the keys of a summary mean, for people.

#include <string>
#include <string_view>

namespace fieldgap {

/// Beside the key on a terminal; empty where the language needs none, or the key is not shown there.
std::string label_of(std::string_view key);

} // namespace fieldgap
