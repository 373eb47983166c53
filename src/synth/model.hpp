#pragma once
// A synthetic city as values, before anything is written.

#include "domain/city/city.hpp"
#include "synth/land/land.hpp"
#include "synth/synth.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// All geometry in the CityPlane at `centre`, to the millimetre; lists sorted by id.
struct SyntheticCity
{
    gis::Point centre; ///< degrees
    std::string crs;   ///< in which the layers are written
    City city;
    std::vector<std::string> gate_kinds; ///< parallel to City::gates: `main`, `side`
    std::vector<Estate> sites;           ///< candidates for new estates
    std::vector<Street> streets;         ///< empty where they are those of the OSM file
};

/// Pure but for the OSM file. gis::UsageError for fewer than `least_schools`, gis::Error for a network that cannot be used.
SyntheticCity synthetic_city(const SynthSettings& settings);

inline constexpr int least_schools = 5;

/// From this many schools on the city has a few mild faults, so that every status occurs.
inline constexpr int faults_from = 20;

/// `main` or `side`.
void add_gate(SyntheticCity& made, OwnerKind owner, const std::string& owner_id, const char* kind, const gis::Point& at);

/// A letter and a number with leading zeros, so that ids sort as they count.
std::string numbered(std::string_view letter, std::size_t number, int digits);

/// The point at a share of the way from `a` to `b`.
gis::Point on_edge(const gis::Point& a, const gis::Point& b, double share);

} // namespace fieldgap
