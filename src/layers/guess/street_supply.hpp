#pragma once
// How much of a walk network a file would give to the schools.

#include "gis/io/vector/vector_layer.hpp"
#include "gis/streets/streets.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fieldgap {

struct StreetSupply
{
    double km = 0.0;              ///< walkable, within 2 km of the schools' extent (everywhere, where no school is known)
    std::size_t schools_near = 0; ///< schools with such a street within 100 m
    std::size_t schools = 0;

    std::string text() const;
};

/// False where another source gives twice as many schools a street, or, where the schools are as well served, twice as many km.
std::vector<bool> plausible_ones(std::span<const StreetSupply> supplies);

/// Of the lines of a layer. Where a column of road classes stands, only lines that it calls walkable count: rivers have classes too.
StreetSupply supply_of(const gis::VectorLayer& layer, std::span<const gis::Point> schools);
StreetSupply supply_of(const gis::Streets& streets, std::span<const gis::Point> schools);

} // namespace fieldgap
