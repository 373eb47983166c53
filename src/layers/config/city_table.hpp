#pragma once
// Which .toml files are configs of cities, for whoever looks through folders.

#include <optional>
#include <string>

namespace fieldgap {

/// What the [city] table of a file says, before anything else in it is looked at.
struct CityTable
{
    std::string name; ///< [city] name; of a file that is no TOML as its lines read; empty where there is none
};

/// Nothing where the file has no [city] table. Throws gis::Error where it cannot be read.
std::optional<CityTable> city_table_of(const std::string& path);

} // namespace fieldgap
