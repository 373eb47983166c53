#pragma once
// What the name of a school says when spelling does not count. For comparing only: names that are shown stay as written.
//
// Does not count: full-width forms, spaces, punctuation, case, marks on letters, traditional characters, Chinese or Arabic numerals and 第
// (第二十中学, 第20中学, 20中), 附小 for 附属小学, `St.` for `Saint`, a province, city or district in front (kept as city and district),
// `City of`. Counts: words of stage and kind (小学, 中学, 学校, Primary), numbers, the campus (东校区, 分校), other words in brackets.

#include <cstdint>
#include <string>
#include <string_view>

namespace fieldgap {

struct NameKey
{
    std::u32string stem;   ///< without city, district, campus and note; numerals are digits
    std::u32string campus; ///< of 校区 and 分校, in brackets or behind the name; empty for the only or main one (本部, 总校)
    std::u32string note;   ///< other words in brackets
    std::u32string city;   ///< in front of the name, without 市
    std::u32string district;
    std::u32string own;    ///< what is left of the stem without words of kind: what similarity is measured on
    std::u32string traits; ///< words of kind, numbers and contrasts such as north and south: equal in all names of one school

    bool is_empty() const { return stem.empty(); }
};

NameKey name_key(std::string_view name);

/// 和平 for 天津市和平区, 和平区 and 和平; `camden` for `Camden`.
std::u32string district_key(std::string_view district);

/// Whether the two name different places; absent ones contradict nothing, and neither do a code and a name or names in two scripts.
bool districts_differ(const std::u32string& one, const std::u32string& other);

} // namespace fieldgap
