#include "gis/streets/street_kinds.hpp"

#include "words/ascii.hpp"

#include <array>

namespace gis {
namespace {

constexpr std::array<std::string_view, 4> major_roads = {"primary", "trunk", "primary_link", "trunk_link"};

} // namespace

bool is_major_road(std::string_view highway)
{
    return words::is_one_of(highway, major_roads);
}

std::uint32_t StreetKinds::number_of(std::span<const StreetTag> tags)
{
    const std::string_view highway = value_of("highway", tags);
    const std::string_view name = is_major_road(highway) ? value_of("name", tags) : std::string_view();
    if (!name.empty()) {
        const auto found = named_.try_emplace({std::string(highway), std::string(name)}, 0);
        if (found.second) {
            found.first->second = added(highway, name);
        }
        return found.first->second;
    }
    const auto found = nameless_.find(highway);
    return found != nameless_.end() ? found->second : nameless_.emplace(highway, added(highway, "")).first->second;
}

std::uint32_t StreetKinds::added(std::string_view highway, std::string_view name)
{
    kinds_.push_back({std::string(highway), std::string(name)});
    return static_cast<std::uint32_t>(kinds_.size() - 1);
}

} // namespace gis
