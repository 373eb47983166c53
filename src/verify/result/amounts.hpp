#pragma once
// Amounts in whole units, so that nothing that is compared depends on rounding.

#include <array>
#include <cmath>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fieldgap::verify {

using Area = std::int64_t;  ///< hundredths of a m2
using Cents = std::int64_t; ///< hundredths of a yuan

inline constexpr double area_parts = 100.0;
inline constexpr double price_parts = 1e4; ///< of a yuan per m2
inline constexpr double walk_parts = 1e3;  ///< of a second

/// What is larger counts as no amount at all: a million sums of it still fit.
inline constexpr double most_parts = 1e13;

/// Half up; `value` in the unit, `parts` of it are counted. To be asked of sound numbers only.
inline std::int64_t whole_parts(double value, double parts)
{
    return static_cast<std::int64_t>(std::floor(value * parts + 0.5));
}

inline double square_metres(Area area)
{
    return static_cast<double>(area) / area_parts;
}

/// Cost of a m2 first, then walking: 0.0001 yuan, and milliseconds.
struct Price
{
    std::int64_t cost = 0;
    std::int64_t walk = 0;

    friend auto operator<=>(const Price&, const Price&) = default;
    friend Price operator+(Price a, Price b) { return {a.cost + b.cost, a.walk + b.walk}; }
    friend Price operator-(Price a, Price b) { return {a.cost - b.cost, a.walk - b.walk}; }
};

enum class Channel : std::uint8_t { rent, share, basement, expand };
inline constexpr std::array<Channel, 4> all_channels = {Channel::rent, Channel::share, Channel::basement, Channel::expand};
inline constexpr std::array<std::string_view, 4> channel_names = {"rent", "share", "basement", "expand"};

enum class Stage : std::uint8_t { primary, junior, senior };
inline constexpr std::array<Stage, 3> all_stages = {Stage::primary, Stage::junior, Stage::senior};
inline constexpr std::array<std::string_view, 3> stage_names = {"primary", "junior", "senior"};

template <class Key, class Value, std::size_t size>
struct Per
{
    std::array<Value, size> values{};

    Value& operator[](Key key) { return values[static_cast<std::size_t>(key)]; }
    const Value& operator[](Key key) const { return values[static_cast<std::size_t>(key)]; }
};

template <class Value>
using PerChannel = Per<Channel, Value, 4>;
template <class Value>
using PerStage = Per<Stage, Value, 3>;

inline std::string_view name_of(Channel channel)
{
    return channel_names[static_cast<std::size_t>(channel)];
}

inline std::string_view name_of(Stage stage)
{
    return stage_names[static_cast<std::size_t>(stage)];
}

/// The value of the enumeration that has this name.
template <class Key, std::size_t size>
std::optional<Key> named(const std::array<std::string_view, size>& names, std::string_view name)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (names[i] == name) {
            return static_cast<Key>(i);
        }
    }
    return std::nullopt;
}

} // namespace fieldgap::verify
