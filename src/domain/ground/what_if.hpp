#pragma once
// Whose figures would change if some ground counted, or counted no more.

#include "domain/ground/ownership.hpp"
#include "gis/geometry/index.hpp"

#include <vector>

namespace fieldgap {

/// Square metres that a field would add if it counted whole: its outline, of a hall with its floors.
double ground_m2_of(const Field& field);

/// `m2` of drawn ground more (negative: less) for a school, as its main school has it; nothing for one without figures.
std::vector<WhatIf> ground_for_school(const City& city, const Ownership& owns, SchoolIndex school, double m2);

/// `m2` more for the schools that stand on a campus, in equal parts where there are several.
std::vector<WhatIf> ground_for_campus(const City& city, const Ownership& owns, CampusIndex campus, double m2);

std::vector<WhatIf> ground_for_owner(const City& city, const Ownership& owns, const FieldOwner& owner, double m2);

/// Which school with figures lies where. Borrows the city and the owners.
class SchoolMap
{
public:
    SchoolMap(const City& city, const Ownership& owns);

    /// `m2` more for the school nearest to a point; nothing where none lies within 2 km.
    std::vector<WhatIf> ground_for_nearest(const gis::Point& at, double m2) const;

private:
    const City* city_;
    const Ownership* owns_;
    std::vector<SchoolIndex> schools_;
    gis::BoxIndex index_;
};

} // namespace fieldgap
