#include "synth/model.hpp"

#include "gis/error.hpp"
#include "synth/housing.hpp"
#include "synth/land/drawn_land.hpp"
#include "synth/land/land_along.hpp"
#include "synth/leisure.hpp"
#include "synth/schools.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Streams of chance, one for each step, so that a change in one leaves the others as they are.
enum Stream : std::uint64_t { of_roster = 1, of_venues, of_estates, of_sites, of_strays };

LandOrder order_of(const std::vector<SchoolPlan>& plans, std::size_t strays)
{
    const auto guests =
        static_cast<std::size_t>(std::count_if(plans.begin(), plans.end(), [](const SchoolPlan& plan) { return plan.second_school; }));
    LandOrder order;
    order.campuses = plans.size() - guests + strays;
    order.venues = std::max<std::size_t>(2, plans.size() * 2 / 5) + strays;
    order.sites = std::max<std::size_t>(3, plans.size() / 12);
    return order;
}

/// Any one of a list, taken out of it.
Parcel taken_from(std::vector<Parcel>& parcels, Random& random)
{
    const auto at = parcels.begin() + random.whole(0, static_cast<int>(parcels.size()) - 1);
    Parcel parcel = std::move(*at);
    parcels.erase(at);
    return parcel;
}

void add_faults(SyntheticCity& made, Land& land, std::size_t strays, Random random)
{
    for (std::size_t i = 0; i < strays; ++i) {
        add_deserted_campus(made, taken_from(land.campuses, random), random);
        if (land.venues.size() > 1) {
            add_stray_field(made, taken_from(land.venues, random), random);
        }
    }
}

} // namespace

std::string numbered(std::string_view letter, std::size_t number, int digits)
{
    std::string text = std::to_string(number);
    const auto missing = static_cast<std::size_t>(std::max(0, digits - static_cast<int>(text.size())));
    return std::string(letter) + std::string(missing, '0') + text;
}

gis::Point on_edge(const gis::Point& a, const gis::Point& b, double share)
{
    return rounded({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
}

void add_gate(SyntheticCity& made, OwnerKind owner, const std::string& owner_id, const char* kind, const gis::Point& at)
{
    Gate gate;
    gate.id = numbered("G", made.city.gates.size() + 1, 7);
    gate.owner_kind = owner;
    gate.owner_id = owner_id;
    gate.at = at;
    made.city.gates.push_back(std::move(gate));
    made.gate_kinds.emplace_back(kind);
}

SyntheticCity synthetic_city(const SynthSettings& settings)
{
    if (settings.schools < least_schools) {
        throw gis::UsageError(words::translate(words::Text::synth_too_few_schools, {settings.schools, least_schools}));
    }
    const auto schools = static_cast<std::size_t>(settings.schools);
    const std::size_t strays = settings.schools < faults_from ? 0 : 1 + schools / 300;
    const std::vector<SchoolPlan> plans = roster(schools, Random(settings.seed, of_roster));
    const LandOrder order = order_of(plans, strays);
    Land land = settings.network_path.empty() ? drawn_land(order, settings.seed)
                                              : land_along(settings.network_path, order, settings.seed, settings.threads);
    SyntheticCity made;
    made.centre = land.centre;
    made.crs = land.crs;
    made.city.name = "新津";
    made.city.districts = std::move(land.districts);
    add_faults(made, land, strays, Random(settings.seed, of_strays));
    add_schools(made, plans, std::move(land.campuses), settings.seed);
    add_venues(made, land.venues, Random(settings.seed, of_venues));
    add_estates(made, land.estates, Random(settings.seed, of_estates));
    add_sites(made, land.sites, Random(settings.seed, of_sites));
    made.streets = std::move(land.streets);
    return made;
}

} // namespace fieldgap
