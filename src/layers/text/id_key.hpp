#pragma once
// Ids are text; what spreadsheets and people do to them is undone here for comparing only. Two ids of the same key may mean the same thing
// if no third one has that key too.

#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

/// The normal form of an id: plain characters without hidden ones and spaces, ASCII letters in lower case, without a quote in front.
/// Of a number also: no thousands commas, no `.0`, no leading zeros, a complete exponent written out (`3.133005132E+09`).
/// Empty for a blank id, and for one whose digits are lost.
std::string id_key(std::string_view written);

/// A number of which a spreadsheet kept the first digits only: `3.13E+09`.
bool is_in_exponent(std::string_view written);

/// Number of digits of an id that is all digits (as `id_key` reads it, leading zeros counted); none for others.
std::optional<std::size_t> digits_of_id(std::string_view written);

/// 学校(机构)标识码 have this many digits.
inline constexpr std::size_t school_code_digits = 10;

} // namespace fieldgap
