#include "gis/io/crs/lands.hpp"

#include "gis/io/crs/land_bands.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <vector>

namespace gis {
namespace {

constexpr double beside_deg = 0.2;
constexpr double tenths = 10.0;

struct Stretch
{
    double west_deg = 0.0;
    double east_deg = 0.0;
};
/// By the latitude at which the band begins.
using Land = std::map<int, std::vector<Stretch>>;

Land land_of(std::string_view bands)
{
    Land land;
    while (!bands.empty()) {
        int numbers[3] = {0, 0, 0};
        for (int& number : numbers) {
            bands.remove_prefix(std::min(bands.find_first_of("-0123456789"), bands.size()));
            const auto read = std::from_chars(bands.data(), bands.data() + bands.size(), number);
            bands.remove_prefix(static_cast<std::size_t>(read.ptr - bands.data()));
        }
        land[numbers[0]].push_back({numbers[1] / tenths, numbers[2] / tenths});
    }
    return land;
}

const std::map<std::string_view, Land>& all_lands()
{
    static const std::map<std::string_view, Land> lands = [] {
        std::map<std::string_view, Land> read;
        for (const CountryBands& country : land_bands()) {
            read[country.country] = land_of(country.bands);
        }
        return read;
    }();
    return lands;
}

bool holds(const Land& land, const Point& degrees)
{
    const int south = static_cast<int>(std::floor(degrees.y - beside_deg));
    const int north = static_cast<int>(std::floor(degrees.y + beside_deg));
    for (int band = south; band <= north; ++band) {
        const auto stretches = land.find(band);
        if (stretches != land.end() && std::any_of(stretches->second.begin(), stretches->second.end(), [&](const Stretch& one) {
                return degrees.x >= one.west_deg - beside_deg && degrees.x <= one.east_deg + beside_deg;
            })) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_land_of(std::string_view country, const Point& degrees)
{
    const auto land = all_lands().find(country);
    return land == all_lands().end() ? is_land(degrees) : holds(land->second, degrees);
}

bool is_land(const Point& degrees)
{
    return std::any_of(all_lands().begin(), all_lands().end(), [&](const auto& land) { return holds(land.second, degrees); });
}

} // namespace gis
