#pragma once
// Keys that hold a number, or a table in its place that says more.

#include <optional>
#include <string>

namespace fieldgap::config {

/// The number has a name in the table.
struct NumberOrTable
{
    std::string number;
    std::optional<double> usual; ///< where the config does not say; absent: nothing holds then
};

/// `standards.primary` and the like: the whole table is one value.
std::optional<NumberOrTable> number_or_table(const std::string& key);

} // namespace fieldgap::config
