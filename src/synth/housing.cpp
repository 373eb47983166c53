#include "synth/housing.hpp"

#include <array>
#include <cmath>

namespace fieldgap {
namespace {

constexpr std::array<const char*, 6> endings = {"花园", "家园", "新村", "公寓", "雅苑", "小区"};

/// Homes by the ground, denser in the middle of the city.
Estate estate_on(const Parcel& parcel, Random& random)
{
    Estate estate;
    estate.name = parcel.place_name + endings[random.next() % endings.size()];
    estate.ground = ground_of(parcel);
    estate.households = std::round(area_m2(parcel) / 10000.0 * random.between(150.0, 320.0) * (1.2 - 0.5 * parcel.centrality)) + 1.0;
    return estate;
}

void add_people(Estate& estate, Random& random)
{
    if (random.chance(0.7)) {
        estate.population = std::round(*estate.households * random.between(2.4, 2.95));
    }
    if (random.chance(0.3)) {
        estate.pupils[Stage::primary] = std::round(*estate.households * random.between(0.1, 0.15));
        estate.pupils[Stage::junior] = std::round(*estate.households * random.between(0.05, 0.07));
    }
}

/// Planned estates of the city fill what is left between what stands: were they as large as that, no school would have room for them.
void make_infill(Estate& estate)
{
    constexpr double share_of_homes = 0.25;
    estate.households = std::round(*estate.households * share_of_homes);
}

void plan(Estate& estate, Random& random)
{
    estate.phase = EstatePhase::planned;
    estate.first_phase_year = random.whole(2021, 2027);
}

/// Most planned schools are owed by the planned estate next to them.
void add_owed_schools(City& city, Random& random)
{
    for (const School& school : city.schools) {
        if (school.phase != SchoolPhase::planned || !random.chance(0.7)) {
            continue;
        }
        Estate* nearest = nullptr;
        double least_m = 0.0;
        for (Estate& estate : city.estates) {
            const double away_m = gis::distance_m(estate.ground.front().outer.front(), school.at);
            if (estate.phase == EstatePhase::planned && estate.owed_school.empty() && (nearest == nullptr || away_m < least_m)) {
                nearest = &estate;
                least_m = away_m;
            }
        }
        if (nearest != nullptr) {
            nearest->owed_school = school.id;
        }
    }
}

} // namespace

void add_estates(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random)
{
    for (const Parcel& parcel : parcels) {
        Estate estate = estate_on(parcel, random);
        estate.id = numbered("E", made.city.estates.size() + 1, 6);
        if (random.chance(0.02 + 0.07 * parcel.centrality)) {
            plan(estate, random);
            make_infill(estate);
        } else {
            add_people(estate, random);
        }
        if (random.chance(0.35)) {
            const gis::Ring& wall = estate.ground.front().outer;
            add_gate(made, OwnerKind::estate, estate.id, "main", on_edge(wall[0], wall[1], random.between(0.3, 0.7)));
        }
        made.city.estates.push_back(std::move(estate));
    }
    add_owed_schools(made.city, random);
}

void add_sites(SyntheticCity& made, const std::vector<Parcel>& parcels, Random random)
{
    for (const Parcel& parcel : parcels) {
        Estate site = estate_on(parcel, random);
        site.id = numbered("S", made.sites.size() + 1, 4);
        plan(site, random);
        made.sites.push_back(std::move(site));
    }
}

} // namespace fieldgap
