#include "layers/columns/area_unit.hpp"

#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

using words::Text;

constexpr double degree = 3.14159265358979323846 / 180.0;

/// `near`: by which factor a figure may be off and still be in the unit. Nothing but the unit makes an area thousands of times too small,
/// so that rounded hectares are hectares; figures ten times too large are square feet only if they all are.
struct KnownUnit
{
    Text name;
    double (*m2_at)(double latitude);
    double near;
    std::size_t fewest;
};

double square_degree_m2(double latitude)
{
    constexpr double m_per_degree = 111'320.0;
    return m_per_degree * m_per_degree * std::cos(latitude * degree);
}

double mercator_m2(double latitude)
{
    return std::cos(latitude * degree) * std::cos(latitude * degree);
}

constexpr std::array<KnownUnit, 7> known_units = {{
    {Text::unit_hectares, [](double) { return 10'000.0; }, 1.55, 1},
    {Text::unit_mu, [](double) { return 2000.0 / 3.0; }, 1.55, 1},
    {Text::unit_acres, [](double) { return 4046.8564224; }, 1.55, 1},
    {Text::unit_km2, [](double) { return 1e6; }, 1.55, 1},
    {Text::unit_square_degrees, square_degree_m2, 1.55, 1},
    {Text::unit_square_feet, [](double) { return 0.09290304; }, 1.1, 2},
    {Text::unit_mercator, mercator_m2, 1.03, 2},
}};

bool is_in(const KnownUnit& unit, const AreaPair& pair)
{
    const double m2 = pair.given * unit.m2_at(pair.latitude);
    return m2 <= pair.drawn_m2 * unit.near && pair.drawn_m2 <= m2 * unit.near;
}

bool is_in_m2(const AreaPair& pair)
{
    constexpr double noticed_difference = 0.20;
    return std::fabs(pair.given - pair.drawn_m2) <= noticed_difference * pair.given;
}

} // namespace

std::optional<AreaUnit> unit_of_areas(const std::vector<AreaPair>& pairs)
{
    constexpr double nearly_all = 0.9;
    for (const KnownUnit& unit : known_units) {
        const auto same = static_cast<std::size_t>(
            std::count_if(pairs.begin(), pairs.end(), [&](const AreaPair& pair) { return !is_in_m2(pair) && is_in(unit, pair); }));
        if (same >= unit.fewest && static_cast<double>(same) >= nearly_all * static_cast<double>(pairs.size())) {
            return AreaUnit{words::translate(unit.name), unit.m2_at, same};
        }
    }
    return std::nullopt;
}

} // namespace fieldgap
