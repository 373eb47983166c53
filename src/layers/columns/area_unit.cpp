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
    std::optional<Text> sign;
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
    {Text::unit_hectares, Text::unit_sign_hectares, [](double) { return 10'000.0; }, 1.55, 1},
    {Text::unit_mu, Text::unit_sign_mu, [](double) { return 2000.0 / 3.0; }, 1.55, 1},
    {Text::unit_acres, Text::unit_sign_acres, [](double) { return 4046.8564224; }, 1.55, 1},
    {Text::unit_km2, Text::unit_sign_km2, [](double) { return 1e6; }, 1.55, 1},
    {Text::unit_square_degrees, std::nullopt, square_degree_m2, 1.55, 1},
    {Text::unit_square_feet, Text::unit_sign_square_feet, [](double) { return 0.09290304; }, 1.1, 2},
    {Text::unit_mercator, std::nullopt, mercator_m2, 1.03, 2},
}};

bool is_in(const KnownUnit& unit, const AreaPair& pair, double near)
{
    const double m2 = pair.given * unit.m2_at(pair.latitude);
    return m2 <= pair.drawn_m2 * near && pair.drawn_m2 <= m2 * near;
}

std::string sign_of(const KnownUnit& unit)
{
    return unit.sign ? words::translate(*unit.sign) : std::string();
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
    constexpr double close = 1.2;
    const double enough = nearly_all * static_cast<double>(pairs.size());
    for (const KnownUnit& unit : known_units) {
        const auto within = [&](double near) {
            const auto is_same = [&](const AreaPair& pair) { return !is_in_m2(pair) && is_in(unit, pair, near); };
            return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), is_same));
        };
        const std::size_t same = within(unit.near);
        if (same >= unit.fewest && static_cast<double>(same) >= enough) {
            const bool is_close = static_cast<double>(within(std::min(close, unit.near))) >= enough;
            return AreaUnit{words::translate(unit.name), unit.m2_at, same, is_close, sign_of(unit)};
        }
    }
    return std::nullopt;
}

std::optional<double> median_too_small(std::vector<double> areas, double least_m2)
{
    if (areas.size() < 2) {
        return std::nullopt;
    }
    const auto middle = areas.begin() + static_cast<std::ptrdiff_t>(areas.size() / 2);
    std::nth_element(areas.begin(), middle, areas.end());
    return *middle < least_m2 ? std::optional(*middle) : std::nullopt;
}

std::vector<LikelyUnit> likely_units(double median)
{
    constexpr double least_m2 = 200.0;
    constexpr double most_m2 = 100e3;
    std::vector<LikelyUnit> units;
    for (const KnownUnit& unit : known_units) {
        const double median_m2 = median * unit.m2_at(0.0);
        if (unit.sign && median_m2 > median && median_m2 >= least_m2 && median_m2 <= most_m2) {
            units.push_back({sign_of(unit), median_m2});
        }
    }
    return units;
}

} // namespace fieldgap
