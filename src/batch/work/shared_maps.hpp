#pragma once
// OSM files that several cities of a batch name: each is decoded once and cut to the surroundings of every city (`fieldgap cut-map`).

#include "batch/cities/find_cities.hpp"
#include "batch/work/run_cities.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// A city, by its position, that is to get a piece of a map, and the path by which its config names the map.
struct CityOfMap
{
    std::size_t city = 0;
    std::string source;
};

struct SharedMap
{
    std::string path;
    std::vector<CityOfMap> cities;
};

/// What a city reads in place of a map: `run --piece SOURCE=PIECE`.
struct PieceOfCity
{
    CityOfMap of;
    std::string piece;
};

/// Maps that at least two cities name, under whatever path, in the order in which they are met. `maps[i]` are those of city i; only the
/// cities of `wanted` get pieces.
std::vector<SharedMap> shared_maps(const std::vector<std::vector<std::string>>& maps, const std::vector<std::size_t>& wanted);

/// The call of the program that cuts one map for its cities into `folder`, told to `log`.
CityWork cut_of(const SharedMap& map, const std::vector<BatchCity>& cities, const std::vector<std::string>& settings,
                const std::string& folder, const std::string& log);

/// The pieces in `folder` that such a call told of in its log; a city without one reads the whole map.
std::vector<PieceOfCity> pieces_told(const SharedMap& map, const std::string& folder, const std::string& log);

} // namespace fieldgap
