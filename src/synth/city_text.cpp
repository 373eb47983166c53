#include "synth/city_text.hpp"

#include "words/toml_text.hpp"

namespace fieldgap {
namespace {

constexpr const char* layers_text = R"(
# Ground. A campus without any field has none: the fields are all there.
[inputs.schools]
path = "schools.gpkg"

[inputs.campuses]
path = "campuses.gpkg"

[inputs.fields]
path = "fields.gpkg"
complete = true

[inputs.venues]
path = "venues.gpkg"

# Where one may enter. What has no gate here is entered anywhere on its outline.
[inputs.gates]
path = "gates.gpkg"

[inputs.residential]
path = "residential.gpkg"

[inputs.districts]
path = "districts.gpkg"
)";

constexpr const char* rules_text = R"(
# m2 of sports ground per pupil
[standards]
regime = "plan"                 # plan | national
primary = 7.5
junior = 10.2

[walk]
minutes = 10
speed_m_per_min = 80            # 4.8 km/h: ten minutes are 800 m

# Ways to close a gap, in yuan per m2 and year. A venue's own price replaces that of rent.
[channels]
share    = { cost_per_m2 = 10 }
rent     = { cost_per_m2 = 60 }
basement = { cost_per_m2 = 45 }
expand   = { cost_per_m2 = 20 }

[estates]
persons_per_household = 2.8
pupils_per_1000 = { primary = 45, junior = 22 }

[output]
streets = true                  # the reached streets, as a backdrop of the maps
)";

} // namespace

std::string city_text(const std::string& city_name, const std::string& network_path)
{
    return "# A synthetic city, made by `fieldgap synth`: no place and no school in it exists.\n"
           "# Look at it with `fieldgap run city.toml`; sites.gpkg holds candidate estates.\n\n"
           "[city]\nname = " +
           words::toml_text(city_name) + "\n" + layers_text +
           "\n# Streets on which people walk.\n[inputs.network]\npath = " + words::toml_text(network_path) + "\n" + rules_text;
}

} // namespace fieldgap
