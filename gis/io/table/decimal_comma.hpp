#pragma once

#include "gis/io/table/table_head.hpp"

#include <vector>

namespace gis {

/// Numbers with a decimal comma (`1.234,5`) written with a point (`1234.5`), if the table has numbers that can only be meant so and
/// none with a decimal point.
void use_decimal_points(std::vector<TableRow>& rows);

} // namespace gis
