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
    SchoolKind kind = SchoolKind::regular;

    bool has_stage() const { return stages != PerStage<bool>(); }
};

/// Lists and ranges (`1;2`, `1-3`, `K-5`) are read; a tag that cannot be read passes the question on to the next.
SchoolSign sign_of_school(const gis::OsmTags& tags);

} // namespace fieldgap::osm
