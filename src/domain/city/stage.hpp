#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fieldgap {

/// Grades 1-6, 7-9, 10-12.
enum class Stage : std::uint8_t { primary, junior, senior };

inline constexpr std::array<Stage, 3> all_stages = {Stage::primary, Stage::junior, Stage::senior};

/// Those that estates send pupils to and that size limits speak of.
inline constexpr std::array<Stage, 2> compulsory_stages = {Stage::primary, Stage::junior};

constexpr std::string_view name_of(Stage stage)
{
    constexpr std::array<std::string_view, 3> names = {"primary", "junior", "senior"};
    return names[static_cast<std::size_t>(stage)];
}

/// One value for each stage.
template <class T>
struct PerStage
{
    std::array<T, 3> values{};

    constexpr T& operator[](Stage stage) { return values[static_cast<std::size_t>(stage)]; }
    constexpr const T& operator[](Stage stage) const { return values[static_cast<std::size_t>(stage)]; }
    friend bool operator==(const PerStage&, const PerStage&) = default;
};

} // namespace fieldgap
