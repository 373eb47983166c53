#include "batch/cities/city_state.hpp"

#include <algorithm>
#include <iterator>

namespace fieldgap {

std::optional<CityState> city_state_named(std::string_view name)
{
    const auto* const found = std::find(std::begin(city_state_names), std::end(city_state_names), name);
    return found == std::end(city_state_names) ? std::nullopt : std::optional(static_cast<CityState>(found - std::begin(city_state_names)));
}

} // namespace fieldgap
