#pragma once
// Days as planners' tables write them.

#include "layers/text/cell_values.hpp"

namespace fieldgap {

/// The last day that a cell means: `2021-12-31`, `2021/12/31 00:00:00`, `2021年12月31日`, `20211231`, `31.12.2021`; of a month or a year
/// alone (`2021年6月`, `2021`) its last one. `3/4/2021` is nobody's date: months and days change places from land to land.
Cell<Date> last_day_of(CellText text);

} // namespace fieldgap
