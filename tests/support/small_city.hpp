#pragma once
// Cities of a few schools, as literals in metres.

#include "domain/analysis/analysis.hpp"
#include "domain/city/city.hpp"

#include <algorithm>
#include <string>

namespace fieldgap::test {

inline gis::MultiPolygon rectangle(double x, double y, double width, double height)
{
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

inline School school(const std::string& id, std::int64_t primary, std::int64_t junior = 0, gis::Point at = {5.0, 5.0})
{
    School one;
    one.id = id;
    one.at = at;
    one.pupils[Stage::primary] = primary;
    one.pupils[Stage::junior] = junior;
    one.has_stage = {{primary > 0, junior > 0, false}};
    return one;
}

inline Campus campus(const std::string& id, const std::string& school_id, gis::MultiPolygon ground)
{
    return {id, school_id, "", std::move(ground), false};
}

inline Field field(const std::string& id, gis::MultiPolygon ground, FieldKind kind = FieldKind::outdoor, const std::string& school_id = "")
{
    Field one;
    one.id = id;
    one.kind = kind;
    one.school_id = school_id;
    one.ground = std::move(ground);
    return one;
}

inline Venue venue(const std::string& id, gis::MultiPolygon ground)
{
    Venue one;
    one.id = id;
    one.at = {ground.at(0).outer.at(0).x + 1.0, ground.at(0).outer.at(0).y + 1.0};
    one.ground = std::move(ground);
    return one;
}

/// The analysis without a walk network.
inline Results measured(const City& city, const Settings& settings = {})
{
    return analyse(city, WalkNetworkView(), settings, [](Step) {});
}

inline std::size_t count(const Findings& findings, IssueCode code)
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [code](const Finding& finding) { return finding.code == code; }));
}

} // namespace fieldgap::test
