#pragma once
// A column that the config names: columns = { area_m2 = "area (ha)" }.

#include "layers/columns/column_names.hpp"
#include "layers/columns/role.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

struct UserColumn
{
    std::size_t position = 0;
    std::optional<double> m2_per_unit; ///< where the config names a unit that the heading of the file lacks
    std::optional<double> yuan_per_unit = {};
};

/// The heading that is `theirs`, exactly or else but for case; or `theirs` without a unit in brackets behind it. Nothing where the file
/// has neither.
std::optional<UserColumn> user_column(const std::string& theirs, const std::vector<std::string>& headings);

/// Throws gis::UsageError, naming what would be right: `ours` is no column of the role.
void check_is_ours(Role role, const ColumnNames& names, const std::string& ours);

/// The same: `theirs` is no heading of the file.
[[noreturn]] void refuse_user_column(Role role, const std::string& ours, const std::string& theirs,
                                     const std::vector<std::string>& headings);

} // namespace fieldgap
