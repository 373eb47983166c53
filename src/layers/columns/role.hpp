#pragma once
// The inputs that a config may name.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fieldgap {

/// Input layers in the order of docs/rules.md section 4, then those of its section 8.
enum class Role : std::uint8_t {
    schools,
    campuses,
    fields,
    venues,
    gates,
    residential,
    districts,
    buildings,
    enrolment,
    leases,
    network,
    dem,
    catchments,
    yields,
    new_venues,
    indicators
};

inline constexpr std::array<Role, 16> all_roles = {
    Role::schools,   Role::campuses, Role::fields,  Role::venues, Role::gates,      Role::residential, Role::districts,  Role::buildings,
    Role::enrolment, Role::leases,   Role::network, Role::dem,    Role::catchments, Role::yields,      Role::new_venues, Role::indicators};

constexpr std::string_view name_of(Role role)
{
    constexpr std::array<std::string_view, 16> names = {"schools",    "campuses",  "fields",     "venues",    "gates",   "residential",
                                                        "districts",  "buildings", "enrolment",  "leases",    "network", "dem",
                                                        "catchments", "yields",    "new_venues", "indicators"};
    return names[static_cast<std::size_t>(role)];
}

/// As messages say it: in the language spoken, with the name that a config has for it; in English that name alone.
std::string role_word(Role role);

} // namespace fieldgap
