#pragma once
// How many pupils an estate brings (docs/standards.md 2.2).

#include "domain/city/city.hpp"
#include "domain/city/settings.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// What a number of pupils was made of, the best first.
enum class PupilSource : std::uint8_t { given, yields, population, households };

constexpr std::string_view name_of(PupilSource source)
{
    constexpr std::array<std::string_view, 4> names = {"given", "yields", "population", "households"};
    return names[static_cast<std::size_t>(source)];
}

/// Pupils of one stage, not rounded.
struct StagePupils
{
    std::optional<double> pupils; ///< absent: neither pupils nor population nor households are known
    PupilSource source = PupilSource::given;
    std::optional<double> per_household; ///< absent where the number of households behind `pupils` is unknown
};

/// When every stage needs seats: with yields the most of any year, for that is what a school must hold.
/// Of each stage on its own: its column; else households x the largest yield of its dwelling type, where the table has that type; else
/// population x rate / 1000; else households x persons_per_household x rate / 1000. Negative or not finite numbers count as missing.
PerStage<StagePupils> estate_pupils(const Estate& estate, std::span<const DwellingYield> yields, const EstateSettings& settings);

/// The pupils of so many households of the estate; absent where `per_household` is. Grows with the households.
PerStage<std::optional<double>> pupils_of_households(const PerStage<StagePupils>& pupils, double households);

/// Pupils of one stage in a year. Before the first homes (a known `first_phase_year`): 0. With yields: those of the latest row that is not
/// later than the year (so the last row holds for ever after); without: all from the first year on. Absent where the pupils are, or where
/// yields are used and the first year is unknown.
std::optional<double> pupils_in_year(const Estate& estate, Stage stage, std::int64_t year, std::span<const DwellingYield> yields,
                                     const EstateSettings& settings);

} // namespace fieldgap
