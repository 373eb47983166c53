#pragma once
// What kind of school an `amenity=school` is: `isced:level`, `grades`, `school`, else its name (docs/rules.md section 4,
// docs/standards.md 6.1).

#include "domain/city/city.hpp"
#include "gis/io/osm/osm.hpp"

namespace fieldgap::osm {

struct SchoolSign
{
    bool is_school = true; ///< false: levels or name show none of grades 1 to 12
    PerStage<bool> stages{};
    bool is_guess = false; ///< by a name that allows other stages too
    StageOrigin origin = StageOrigin::declared;
    SchoolKind kind = SchoolKind::regular;

    bool has_stage() const { return stages != PerStage<bool>(); }
};

/// `amenity=school`, and a relation type=site with site=school.
bool is_school(const gis::OsmFeature& feature);

/// A relation type=site: its members hold the ground.
bool is_site_of_members(const gis::OsmFeature& feature);

/// The outline of landuse=education that is nothing else: the ground of the schools that are nodes in it.
bool is_education_ground(const gis::OsmFeature& feature);

/// Lists and ranges (`1;2`, `1-3`, `K-5`) are read; a tag that cannot be read passes the question on to the next.
SchoolSign sign_of_school(const gis::OsmTags& tags);

} // namespace fieldgap::osm
