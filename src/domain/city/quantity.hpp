#pragma once
// What a plan counts, in whatever unit: exact, so that 129.2 + 129.2 + 68.1 are 326.5.

#include <compare>
#include <cstdint>
#include <string>

namespace fieldgap {

/// A number of at most six decimals, in whole millionths.
class Quantity
{
public:
    static constexpr double greatest = 1e10; ///< as many as there are years in a config can be added up

    constexpr Quantity() = default;

    /// Whether a number that is not above `greatest` has no more decimals than can be kept.
    static bool holds(double number);
    static Quantity of(double number);

    /// The decimal that is nearest to it, as it was written.
    double number() const;
    /// `326.5`, without zeros at its end.
    std::string text() const;
    constexpr std::int64_t millionths() const { return millionths_; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.millionths_ + b.millionths_); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.millionths_ - b.millionths_); }
    constexpr Quantity& operator+=(Quantity other) { return *this = *this + other; }

private:
    constexpr explicit Quantity(std::int64_t millionths) : millionths_(millionths) {}

    std::int64_t millionths_ = 0;
};

} // namespace fieldgap
