#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

/// What becomes of a key of `summary` where the summaries of many cities become one.
enum class SumKind : std::uint8_t {
    sum,
    sum_of_year, ///< a sum, as long as every city that has years (or walking speeds) of this kind has this one
    common,      ///< no quantity but a setting: kept where all cities agree
    none,        ///< means and variations are not those of the cities together
};

/// Nothing for a key that is not known.
std::optional<SumKind> sum_kind_of(std::string_view key);

/// Of a key of a year or a speed: its kind, `phasing` of `phasing.2026.schools_opening`.
std::string years_of(std::string_view key);

} // namespace fieldgap
