#pragma once
// Which .toml files are configs of cities, for whoever looks through folders.

#include <optional>
#include <string>

namespace fieldgap {

/// What the [city] table of a file says, before anything else in it is looked at.
struct CityTable
{
    std::string name; ///< [city] name; empty where it says none, or the file is no TOML though a line of it reads `[city]`
};

/// Nothing where the file has no [city] table. Throws gis::Error where it cannot be read.
std::optional<CityTable> city_table_of(const std::string& path);

} // namespace fieldgap
