#pragma once
// Names of streets, quarters and schools, each given once.

#include <string>

namespace fieldgap {

/// The n-th place name: 80 stems, then the same with an ending.
std::string place_name(std::size_t number);

/// 1..9999 in Chinese numerals.
std::string chinese_number(int number);

} // namespace fieldgap
