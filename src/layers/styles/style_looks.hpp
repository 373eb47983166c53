#pragma once
// Colours and scales of all styles.

#include <string>

namespace fieldgap {

// Colours that people with red-green blindness can tell apart too: green is bluish, red is dark, yellow is light.
inline constexpr const char* green = "27,158,119,255";
inline constexpr const char* yellow = "245,195,60,255";
inline constexpr const char* red = "208,28,40,255";
inline constexpr const char* grey = "120,120,120,255";
inline constexpr const char* light_grey = "200,200,200,255";
inline constexpr const char* blue = "31,105,180,255";
inline constexpr const char* violet = "130,80,170,255";
inline constexpr const char* brown = "166,100,40,255";
inline constexpr const char* orange = "235,110,20,255";

inline constexpr int street_scale = 15000;
inline constexpr int quarter_scale = 40000;
inline constexpr int city_map_scale = 100000;
inline constexpr int city_scale = 2000000;
/// Further out a city is a few millimetres on paper: of a province only its schools are drawn, as dots.
inline constexpr int province_scale = 200000;
inline constexpr int at_any_scale = 0;

/// The colour with another opacity, 0 to 255.
inline std::string faded(const std::string& colour, int opacity)
{
    return colour.substr(0, colour.rfind(',') + 1) + std::to_string(opacity);
}

} // namespace fieldgap
