#pragma once
// Areas and pupils in whole parts, so that what is compared, given out and summed is exact.

#include "gis/units.hpp"

#include <cmath>
#include <compare>
#include <cstdint>

namespace fieldgap {

/// An amount in whole parts of its unit; amounts with other parts are another type.
template <std::int64_t parts_per_unit>
class ExactAmount
{
    static constexpr bool is_area = parts_per_unit == 100;
    static constexpr bool is_pupils = parts_per_unit == 1000;

public:
    constexpr ExactAmount() = default;
    constexpr static ExactAmount hundredths(std::int64_t count) requires is_area { return ExactAmount(count); }
    constexpr static ExactAmount thousandths(std::int64_t count) requires is_pupils { return ExactAmount(count); }
    constexpr static ExactAmount whole(std::int64_t count) { return ExactAmount(count * parts_per_unit); }

    /// To the nearest part, half up; a computing error of one part in 10^12 does not turn a half down. Must be finite.
    static ExactAmount rounded(gis::SquareMetres area) requires is_area { return nearest(area.square_metres()); }
    static ExactAmount rounded(double pupils) requires is_pupils { return nearest(pupils); }

    constexpr std::int64_t hundredths() const requires is_area { return parts_; }
    constexpr std::int64_t thousandths() const requires is_pupils { return parts_; }
    constexpr double square_metres() const requires is_area { return units(); }
    constexpr double pupils() const requires is_pupils { return units(); }

    friend constexpr auto operator<=>(ExactAmount, ExactAmount) = default;
    friend constexpr ExactAmount operator+(ExactAmount a, ExactAmount b) { return ExactAmount(a.parts_ + b.parts_); }
    friend constexpr ExactAmount operator-(ExactAmount a, ExactAmount b) { return ExactAmount(a.parts_ - b.parts_); }
    constexpr ExactAmount& operator+=(ExactAmount other) { return *this = *this + other; }

private:
    constexpr explicit ExactAmount(std::int64_t parts) : parts_(parts) {}
    constexpr double units() const { return static_cast<double>(parts_) / static_cast<double>(parts_per_unit); }
    static ExactAmount nearest(double units)
    {
        const double wanted = units * static_cast<double>(parts_per_unit);
        return ExactAmount(static_cast<std::int64_t>(std::floor(wanted + 0.5 + std::fabs(wanted) * 1e-12)));
    }

    std::int64_t parts_ = 0;
};

/// Hundredths of a square metre: what gaps, allocation and status are computed in (docs/rules.md rule 4).
using ExactArea = ExactAmount<100>;

/// Thousandths of a pupil: what seats are given out in. Pupils of an estate are not rounded to whole children (docs/rules.md section 6),
/// and a flow wants whole amounts.
using ExactPupils = ExactAmount<1000>;

/// max(0, a - b)
constexpr ExactArea excess(ExactArea a, ExactArea b)
{
    return a > b ? a - b : ExactArea();
}

} // namespace fieldgap
