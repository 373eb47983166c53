#pragma once
// By which other headings a column is known: English variants, Chinese headings and the pinyin codes of school statistics
// (docs/standards.md 5.4).

#include "layers/columns/role.hpp"

#include <span>
#include <string_view>

namespace fieldgap {

struct ColumnAliases
{
    std::string_view ours;
    std::string_view aliases; ///< parted by spaces, the most telling first; written as `heading_key` has them
};

/// In the order of docs/rules.md section 4.
std::span<const ColumnAliases> aliases_of(Role role);

} // namespace fieldgap
