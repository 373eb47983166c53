#pragma once

#include <string>
#include <string_view>

namespace fieldgap {

/// Chinese numerals below 1000 as Arabic ones, without 第 in front: 第二十中学 and 第20中学 are 20中学, 一百零一 is 101, 一九八 is 198.
/// What is no numeral stays.
std::u32string with_arabic_numerals(std::u32string_view text);

} // namespace fieldgap
