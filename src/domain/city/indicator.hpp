#pragma once
// The seven resource indicators of the national evaluation (docs/standards.md 1.1), and the amounts that tables give of them.

#include "domain/city/stage.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fieldgap {

/// In the order of the ministry's method.
enum class Indicator : std::uint8_t {
    teachers_degree,
    backbone_teachers,
    arts_sports_teachers,
    teaching_rooms_m2,
    sports_area_m2,
    equipment_yuan,
    multimedia_rooms
};

inline constexpr std::array<Indicator, 7> all_indicators = {
    Indicator::teachers_degree, Indicator::backbone_teachers, Indicator::arts_sports_teachers, Indicator::teaching_rooms_m2,
    Indicator::sports_area_m2,  Indicator::equipment_yuan,    Indicator::multimedia_rooms};

/// Also the column of a table that gives its amount; sports_area_m2 is the school's ground and has none.
constexpr std::string_view name_of(Indicator indicator)
{
    constexpr std::array<std::string_view, 7> names = {"teachers_degree", "backbone_teachers", "arts_sports_teachers", "teaching_rooms_m2",
                                                       "sports_area_m2",  "equipment_yuan",    "multimedia_rooms"};
    return names[static_cast<std::size_t>(indicator)];
}

template <class T>
struct PerIndicator
{
    std::array<T, 7> values{};

    constexpr T& operator[](Indicator indicator) { return values[static_cast<std::size_t>(indicator)]; }
    constexpr const T& operator[](Indicator indicator) const { return values[static_cast<std::size_t>(indicator)]; }
    friend bool operator==(const PerIndicator&, const PerIndicator&) = default;
};

/// What is there of something (persons, m2, yuan, rooms): of the school as a whole, or of single stages where rows name them.
struct SchoolAmount
{
    std::optional<double> whole; ///< absent where stages are given
    PerStage<std::optional<double>> of_stage;

    bool is_given() const { return whole || of_stage != PerStage<std::optional<double>>(); }
};

} // namespace fieldgap
