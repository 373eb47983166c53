#pragma once
// What a cell of a planner's table means. A blank cell (also `-`, `/`, `NULL`) has no value and no problem; nonsense has a problem.
// Full-width characters count as their plain ones.

#include "domain/city/date.hpp"
#include "words/words.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace fieldgap {

enum class CellProblem : std::uint8_t {
    none,
    not_a_number,
    negative,
    not_finite,
    not_whole,
    too_large,
    unknown_word,
    not_a_year,
    not_a_date,
    dotted
};

/// As in `is no number`, to follow the quoted value.
std::string text_of(CellProblem problem);

template <class T>
struct Cell
{
    std::optional<T> value;
    CellProblem problem = CellProblem::none;
    bool is_rounded = false; ///< decimals were taken off
};

using CellText = const std::optional<std::string>&;

/// Zero or more, up to 1e9; `1,250`, `600.0`, `600人`, `1.2万`.
Cell<std::int64_t> whole_number_of(CellText text);

/// Pupils: as `whole_number_of`, but decimals (averages, what formulas leave) are rounded half up. `1.200` may be 1200: `dotted`.
Cell<std::int64_t> pupil_number_of(CellText text);

/// Zero or more and finite; `1,250.5`, `60元`, `12%` (0.12).
Cell<double> real_of(CellText text);

/// Homes, or persons: as `real_of`, but `1.200` is `dotted`: nobody counts a fifth of a home, and in many languages it is 1200.
Cell<double> homes_of(CellText text);
Cell<double> persons_of(CellText text);

/// Square metres, zero or more and finite. A bare number is in units of `m2_per_unit`; a unit in the cell goes before:
/// `8100㎡`, `0.81万㎡`, `12 亩`, `1.2公顷`, `8,100 m2`.
Cell<double> area_m2_of(CellText text, double m2_per_unit = 1.0);

/// Yuan, zero or more, up to 1e12. A bare number is in units of `yuan_per_unit`; a unit in the cell goes before: `129.2万元`, `3,500元`.
Cell<double> money_yuan_of(CellText text, double yuan_per_unit = 1.0);

/// Persons or rooms of a school, up to 1e9: as `real_of`, for some work half their time.
Cell<double> count_of_school(CellText text);

/// 1000 to 2999; `2021`, `2021年`, `2021-09-01`, `2021/9`.
Cell<std::int64_t> year_of(CellText text);

} // namespace fieldgap
