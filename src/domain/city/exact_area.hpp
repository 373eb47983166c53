#pragma once

#include "gis/units.hpp"

#include <cmath>
#include <compare>
#include <cstdint>

namespace fieldgap {

/// An area in whole hundredths of a square metre: what gaps, allocation and status are computed in, so that they are exact (docs/rules.md
/// rule 4).
class ExactArea
{
public:
    constexpr ExactArea() = default;
    static constexpr ExactArea hundredths(std::int64_t count)
    {
        ExactArea area;
        area.hundredths_ = count;
        return area;
    }
    /// Rounded once, half up; a computing error of one part in 10^12 does not turn a half down. `area` must be finite.
    static ExactArea rounded(gis::SquareMetres area)
    {
        const double hundredths_wanted = area.square_metres() * 100.0;
        return hundredths(static_cast<std::int64_t>(std::floor(hundredths_wanted + 0.5 + std::fabs(hundredths_wanted) * 1e-12)));
    }

    constexpr std::int64_t hundredths() const { return hundredths_; }
    constexpr double square_metres() const { return static_cast<double>(hundredths_) / 100.0; }

    friend constexpr auto operator<=>(ExactArea, ExactArea) = default;
    friend constexpr ExactArea operator+(ExactArea a, ExactArea b) { return hundredths(a.hundredths_ + b.hundredths_); }
    friend constexpr ExactArea operator-(ExactArea a, ExactArea b) { return hundredths(a.hundredths_ - b.hundredths_); }
    constexpr ExactArea& operator+=(ExactArea other)
    {
        hundredths_ += other.hundredths_;
        return *this;
    }

private:
    std::int64_t hundredths_ = 0;
};

/// max(0, a - b)
constexpr ExactArea excess(ExactArea a, ExactArea b)
{
    return a > b ? a - b : ExactArea();
}

} // namespace fieldgap
