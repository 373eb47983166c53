#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace fieldgap {

/// Pupils in whole thousandths: what seats are given out in. Pupils of an estate are not rounded to whole children (docs/rules.md section
/// 6), and a flow wants whole amounts.
class ExactPupils
{
public:
    constexpr ExactPupils() = default;
    static constexpr ExactPupils thousandths(std::int64_t count)
    {
        ExactPupils pupils;
        pupils.thousandths_ = count;
        return pupils;
    }
    static constexpr ExactPupils whole(std::int64_t count) { return thousandths(count * 1000); }
    /// To the nearest thousandth, half up; a computing error of one part in 10^12 does not turn a half down. Must be finite.
    static ExactPupils rounded(double pupils)
    {
        const double wanted = pupils * 1000.0;
        return thousandths(static_cast<std::int64_t>(std::floor(wanted + 0.5 + std::fabs(wanted) * 1e-12)));
    }

    constexpr std::int64_t thousandths() const { return thousandths_; }
    constexpr double pupils() const { return static_cast<double>(thousandths_) / 1000.0; }

    friend constexpr auto operator<=>(ExactPupils, ExactPupils) = default;
    friend constexpr ExactPupils operator+(ExactPupils a, ExactPupils b) { return thousandths(a.thousandths_ + b.thousandths_); }
    friend constexpr ExactPupils operator-(ExactPupils a, ExactPupils b) { return thousandths(a.thousandths_ - b.thousandths_); }
    constexpr ExactPupils& operator+=(ExactPupils other)
    {
        thousandths_ += other.thousandths_;
        return *this;
    }

private:
    std::int64_t thousandths_ = 0;
};

} // namespace fieldgap
