#include "layers/rows/school_areas.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/columns/area_unit.hpp"

#include <array>
#include <optional>

namespace fieldgap {
namespace {

struct AreaColumn
{
    const char* name;
    std::optional<double> School::*area;
    bool tells; ///< large enough to tell square metres from other units
};

constexpr std::array<AreaColumn, 6> columns = {{
    {"outdoor_m2", &School::outdoor_m2, true},
    {"sports_m2", &School::sports_m2, true},
    {"indoor_m2", &School::indoor_m2, false},
    {"special_m2", &School::special_m2, false},
    {"basement_usable_m2", &School::basement_usable_m2, false},
    {"expand_possible_m2", &School::expand_possible_m2, false},
}};

/// Those of 0 tell nothing.
std::vector<double> areas_of(const std::vector<School>& schools, const AreaColumn& column)
{
    std::vector<double> areas;
    for (const School& school : schools) {
        if ((school.*column.area).value_or(0.0) > 0.0) {
            areas.push_back(*(school.*column.area));
        }
    }
    return areas;
}

void forget(std::vector<School>& schools, const AreaColumn& column)
{
    for (School& school : schools) {
        std::optional<double>& area = school.*column.area;
        area = area == 0.0 ? area : std::nullopt;
    }
}

} // namespace

void settle_school_areas(std::vector<School>& schools, Findings& findings)
{
    bool is_told = false;
    for (const AreaColumn& column : columns) {
        const std::vector<double> areas = areas_of(schools, column);
        const auto median = column.tells || is_told ? median_too_small(areas, least_school_ground_m2) : std::nullopt;
        if (median) {
            is_told = true;
            findings.push_back({IssueCode::school_areas_tiny, "schools", "", {}, {areas.size(), column.name, *median}});
            forget(schools, column);
        }
    }
}

} // namespace fieldgap
