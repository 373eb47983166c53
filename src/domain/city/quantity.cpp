#include "domain/city/quantity.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr std::int64_t parts_per_unit = 1'000'000;
constexpr std::size_t decimals = 6;

double in_parts(double number)
{
    return number * static_cast<double>(parts_per_unit);
}

} // namespace

bool Quantity::holds(double number)
{
    constexpr double noise = 4e-16; // of a product of two numbers, and what reading the decimal left out
    const double parts = in_parts(number);
    return std::fabs(parts - std::round(parts)) <= 1e-9 + std::fabs(parts) * noise;
}

Quantity Quantity::of(double number)
{
    return Quantity(std::llround(in_parts(number)));
}

double Quantity::number() const
{
    return static_cast<double>(millionths_) / static_cast<double>(parts_per_unit);
}

std::string Quantity::text() const
{
    const std::int64_t size = std::abs(millionths_);
    std::string rest = std::to_string(size % parts_per_unit);
    rest.insert(0, decimals - rest.size(), '0');
    rest.erase(std::find_if(rest.rbegin(), rest.rend(), [](char digit) { return digit != '0'; }).base(), rest.end());
    return (millionths_ < 0 ? "-" : "") + std::to_string(size / parts_per_unit) + (rest.empty() ? "" : "." + rest);
}

} // namespace fieldgap
