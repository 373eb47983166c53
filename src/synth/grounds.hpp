#pragma once
// What stands on a parcel: the fields of a school, the venues of a sports ground.

#include "domain/city/city.hpp"
#include "synth/land/parcel.hpp"
#include "synth/land/random.hpp"

#include <vector>

namespace fieldgap {

/// A campus and the zones in it. Zones do not overlap.
struct CampusPlan
{
    gis::MultiPolygon ground;
    Parcel buildings;          ///< at the front
    std::vector<Parcel> sport; ///< behind
};

/// A campus on the front of a parcel, no larger than `sport_m2` of fields need. One in six is L-shaped.
CampusPlan campus_on(const Parcel& parcel, double sport_m2, Random& random);

/// Fields of about `wanted_m2` together, as far as they fit: a track with a pitch inside it, courts, a hall, open ground. Ids are left
/// empty. `cramped` schools also play on a roof or in a basement.
std::vector<Field> fields_on(const CampusPlan& campus, double wanted_m2, bool cramped, Random& random);

/// One to four venues beside each other. Ids and names are left empty, `kind` says what each is.
std::vector<Venue> venues_on(const Parcel& parcel, Random& random);

} // namespace fieldgap
