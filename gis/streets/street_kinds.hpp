#pragma once

#include "gis/streets/foot_access.hpp"
#include "gis/streets/streets.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gis {

/// Gives each kind of street a number, from 0 in the order of their first use.
class StreetKinds
{
public:
    /// By `highway`, and `name` where that is a major road.
    std::uint32_t number_of(std::span<const StreetTag> tags);

    const std::vector<StreetKind>& kinds() const { return kinds_; }

private:
    std::uint32_t added(std::string_view highway, std::string_view name);

    std::vector<StreetKind> kinds_;
    std::map<std::string, std::uint32_t, std::less<>> nameless_; ///< by highway: a few words
    std::map<std::pair<std::string, std::string>, std::uint32_t> named_;
};

/// Primary and trunk roads and their links.
bool is_major_road(std::string_view highway);

} // namespace gis
