#pragma once
// Whose campus, whose field: ids where they are given, location otherwise.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "domain/city/settings.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// A field counts for one school, for all schools of one campus, or for nobody.
struct FieldOwner
{
    std::optional<SchoolIndex> school; ///< named by school_id
    std::optional<CampusIndex> campus; ///< by location
};

/// Lists parallel to those of the City. "Main school": not a branch; a branch stands under its main school everywhere.
struct Ownership
{
    std::vector<SchoolIndex> main_of;                         ///< per school: itself, or the main school of a branch
    std::vector<std::vector<SchoolIndex>> rows_of_main;       ///< per main school: itself and its branches, ascending; else empty
    std::vector<std::vector<SchoolIndex>> schools_of_campus;  ///< per campus: schools and branches as they stand there, ascending
    std::vector<std::vector<CampusIndex>> campuses_of_school; ///< per school, branches with their own, ascending
    std::vector<FieldOwner> owner_of_field;

    bool is_main(SchoolIndex school) const { return main_of[index(school)] == school; }
};

/// A school without a named campus belongs to the smallest campus around its point. A field without school_id belongs to the campus that
/// holds most of it (equal shares: the smaller campus, then the smaller id). Schools in no campus may take one by distance: see
/// ownership_distance.hpp.
Ownership ownership(const City& city, const GroundSettings& settings, Findings& findings);

/// Open schools that are no branches: those with figures.
bool has_figures(const City& city, const Ownership& owns, SchoolIndex school);

} // namespace fieldgap
