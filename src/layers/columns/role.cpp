#include "layers/columns/role.hpp"

#include "words/words.hpp"

namespace fieldgap {

std::string role_word(Role role)
{
    using words::Text;
    constexpr std::array<Text, all_roles.size()> texts = {
        Text::role_schools,    Text::role_campuses,    Text::role_fields,     Text::role_venues,
        Text::role_gates,      Text::role_residential, Text::role_districts,  Text::role_buildings,
        Text::role_enrolment,  Text::role_leases,      Text::role_network,    Text::role_dem,
        Text::role_catchments, Text::role_yields,      Text::role_new_venues, Text::role_indicators};
    return words::translate(texts[static_cast<std::size_t>(role)]);
}

} // namespace fieldgap
