#include "synth/leisure.hpp"

#include "synth/grounds.hpp"
#include "synth/yard.hpp"

#include <map>

namespace fieldgap {
namespace {

std::string name_of_kind(const std::string& kind)
{
    static const std::map<std::string, std::string> names = {{"football", "足球场"}, {"hall", "体育馆"},       {"swimming", "游泳馆"},
                                                             {"tennis", "网球场"},   {"basketball", "篮球场"}, {"badminton", "羽毛球馆"}};
    const auto name = names.find(kind);
    return name == names.end() ? "健身场地" : name->second;
}

/// The middle of the side that looks at the street.
gis::Point door_of(const Venue& venue, const Parcel& parcel)
{
    const gis::Ring& ring = venue.ground.front().outer;
    const gis::Point street = point_in(parcel, 0.5, 0.0);
    gis::Point access_point = on_edge(ring[0], ring[1], 0.5);
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const gis::Point other = on_edge(ring[i], ring[i + 1], 0.5);
        if (gis::distance_m(other, street) < gis::distance_m(access_point, street)) {
            access_point = other;
        }
    }
    return access_point;
}

void add_venue(SyntheticCity& made, Venue venue, const Parcel& parcel, Random& random)
{
    venue.id = numbered("V", made.city.venues.size() + 1, 6);
    venue.name = parcel.place_name + "体育公园" + name_of_kind(venue.kind);
    venue.rentable = !random.chance(0.06);
    if (random.chance(0.55)) {
        venue.price_per_m2 = random.whole(8, 24) * 5.0;
    }
    if (random.chance(0.6)) {
        add_gate(made, OwnerKind::venue, venue.id, "main", door_of(venue, parcel));
    } else if (venue.area_m2 && random.chance(0.3)) {
        venue.ground.clear(); // known by its address only
    }
    made.city.venues.push_back(std::move(venue));
}

} // namespace

void add_venues(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random)
{
    for (const Parcel& parcel : parcels) {
        for (Venue& venue : venues_on(parcel, random)) {
            add_venue(made, std::move(venue), parcel, random);
        }
    }
}

void add_stray_field(SyntheticCity& made, const Parcel& parcel, Random random)
{
    Yard yard;
    yard.add_zone(parcel, 2.0);
    if (const std::optional<Plot> plot = yard.cut_area(random.between(400.0, 800.0), 20.0)) {
        Field field;
        field.id = numbered("F", made.city.fields.size() + 1, 7);
        field.surface = "asphalt";
        field.ground = ground_of(*plot);
        made.city.fields.push_back(std::move(field));
    }
}

void add_deserted_campus(SyntheticCity& made, const Parcel& parcel, Random random)
{
    Campus campus;
    campus.id = numbered("C", made.city.campuses.size() + 1, 6);
    campus.name = parcel.place_name + "旧校区";
    campus.ground = campus_on(parcel, 3000.0, random).ground;
    made.city.campuses.push_back(std::move(campus));
}

} // namespace fieldgap
