#pragma once
// Quantities with their unit in the type: explicit on the way in, named on the way out.

#include <compare>

namespace gis {

/// What every quantity can do: compare, add, subtract, scale. `Self` names the unit and the way out.
template <class Self>
class Quantity
{
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_(value) {}

    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
    friend constexpr bool operator==(const Quantity&, const Quantity&) = default;
    friend constexpr Self operator+(const Self& a, const Self& b) { return Self(a.value_ + b.value_); }
    friend constexpr Self operator-(const Self& a, const Self& b) { return Self(a.value_ - b.value_); }
    friend constexpr Self operator*(const Self& a, double k) { return Self(a.value_ * k); }
    friend constexpr Self operator*(double k, const Self& a) { return Self(a.value_ * k); }
    friend constexpr double operator/(const Self& a, const Self& b) { return a.value_ / b.value_; }
    friend constexpr Self operator/(const Self& a, double k) { return Self(a.value_ / k); }
    constexpr Self& operator+=(const Self& other)
    {
        value_ += other.value_;
        return static_cast<Self&>(*this);
    }

protected:
    double value_ = 0.0;
};

class Metres : public Quantity<Metres>
{
public:
    using Quantity::Quantity;
    constexpr double metres() const { return value_; }
};

class SquareMetres : public Quantity<SquareMetres>
{
public:
    using Quantity::Quantity;
    constexpr double square_metres() const { return value_; }
};

class Seconds : public Quantity<Seconds>
{
public:
    using Quantity::Quantity;
    constexpr double seconds() const { return value_; }
};

} // namespace gis
