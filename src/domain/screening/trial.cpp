#include "domain/screening/trial.hpp"

#include "domain/seats/estate_pupils.hpp"
#include "domain/seats/seating.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr ExactPupils plenty = ExactPupils::whole(1'000'000'000);

ExactPupils left(const std::optional<std::int64_t>& known, ExactPupils taken, bool is_unclear, Admission admission)
{
    if (!known) {
        return is_at_best(admission) ? plenty : ExactPupils();
    }
    return is_unclear && !is_at_best(admission) ? ExactPupils() : std::max(ExactPupils::whole(*known) - taken, ExactPupils());
}

/// The seating problem of some estates, over the schools that any of them may go to.
struct EstateSeating
{
    SeatingProblem problem;
    std::vector<std::uint32_t> incoming; ///< parallel to its demands
    std::vector<EstateWalk> walks;       ///< parallel to its ways
    std::vector<SchoolIndex> schools;    ///< parallel to its supplies
};

void sort_unique(std::vector<SchoolIndex>& schools)
{
    std::sort(schools.begin(), schools.end());
    schools.erase(std::unique(schools.begin(), schools.end()), schools.end());
}

void add_demands(const VerdictContext& context, std::span<const IncomingEstate> incoming, Admission admission, EstateSeating& seating)
{
    for (std::uint32_t e = 0; e < incoming.size(); ++e) {
        for (const Stage stage : compulsory_stages) {
            if (!incoming[e].has_pupils(stage)) {
                continue;
            }
            const auto demand = static_cast<std::uint32_t>(seating.problem.demands.size());
            seating.problem.demands.push_back({stage, incoming[e].pupils[stage]});
            seating.incoming.push_back(e);
            for (const EstateWalk& walk : incoming[e].ways()) {
                if (may_go(context, incoming[e], walk, stage, admission)) {
                    seating.problem.ways.push_back({demand, 0, walk.walk_m});
                    seating.walks.push_back(walk);
                    seating.schools.push_back(walk.school);
                }
            }
        }
    }
    sort_unique(seating.schools);
}

void add_supplies(const VerdictContext& context, const SeatsTaken& taken, Admission admission, EstateSeating& seating)
{
    const auto& schools = seating.schools;
    for (std::size_t i = 0; i < seating.walks.size(); ++i) {
        const auto found = std::lower_bound(schools.begin(), schools.end(), seating.walks[i].school);
        seating.problem.ways[i].school = static_cast<std::uint32_t>(found - schools.begin());
    }
    for (const SchoolIndex school : schools) {
        SeatSupply supply;
        for (const Stage stage : compulsory_stages) {
            supply.seats[stage] = seats_left(context, school, stage, taken, admission);
        }
        const PupilLoad& load = taken.load[index(school)];
        supply.room = left(context.schools[index(school)].seats.room, load[Stage::primary] + load[Stage::junior],
                           taken.is_unclear[index(school)], admission);
        seating.problem.supplies.push_back(supply);
    }
}

std::optional<Breach> breach_by(const SchoolStanding& school, const PupilLoad& taken, const LoadedSchool& loaded, const Standard& standard,
                                LoadCount count)
{
    const auto residual_before = residual_with(school, taken, standard);
    const auto required = required_as(count, school, taken + loaded.load, standard);
    const auto residual = residual_of(school, required);
    if (!residual_before || !residual) {
        return Breach{loaded.school, std::nullopt};
    }
    if (*residual > *residual_before) {
        return Breach{loaded.school, *residual - *residual_before};
    }
    return std::nullopt;
}

/// Loads of the schools as they are to be counted, and what they do to the schools' ground.
void add_loads(const VerdictContext& context, const SeatsTaken& taken, LoadCount count, std::span<const LoadedSchool> seated, Trial& trial)
{
    const Standard& standard = context.settings.standard;
    for (LoadedSchool loaded : seated) {
        if (is_empty(loaded.load)) {
            continue;
        }
        const SchoolStanding& school = context.schools[index(loaded.school)];
        const PupilLoad& before = taken.load[index(loaded.school)];
        if (count == LoadCount::lower_bound) {
            loaded.load = lightest_load(school, before, loaded.load, standard);
        }
        trial.loads.push_back(loaded);
        if (const auto breach = breach_by(school, before, loaded, standard, count)) {
            trial.breaches.push_back(*breach);
        }
    }
}

bool is_open_for(const IncomingEstate& incoming, const SchoolStanding& school, Admission admission)
{
    if (!school.is_planned) {
        return true;
    }
    if (!counts_planned(admission) || !school.open_year) {
        return false;
    }
    return incoming.first_year ? *school.open_year <= *incoming.first_year : is_at_best(admission);
}

} // namespace

std::vector<IncomingEstate> incoming_estates(const VerdictContext& context, const EstateWalks& walks)
{
    std::vector<IncomingEstate> incoming;
    for (std::uint32_t e = 0; e < walks.estates.size(); ++e) {
        const Estate& estate = walks.estates[e];
        if (estate.phase != EstatePhase::planned) {
            continue;
        }
        IncomingEstate one{&walks, e, {}, {}, estate.first_phase_year};
        const auto pupils = estate_pupils(estate, context.city.yields, context.settings.estates);
        for (const Stage stage : compulsory_stages) {
            one.pupils[stage] = ExactPupils::rounded(pupils[stage].pupils.value_or(0.0));
            one.is_unknown[stage] = !pupils[stage].pupils;
        }
        incoming.push_back(one);
    }
    return incoming;
}

PerAdmission<SeatsTaken> nothing_taken(const VerdictContext& context)
{
    const SeatsTaken nothing(context.schools.size());
    return {{nothing, nothing, nothing, nothing}};
}

const Breach* Trial::breach_of(SchoolIndex school) const
{
    const auto found = std::lower_bound(breaches.begin(), breaches.end(), school,
                                        [](const Breach& one, SchoolIndex wanted) { return one.school < wanted; });
    return found != breaches.end() && found->school == school ? &*found : nullptr;
}

std::span<const Placed> Trial::placed_of(std::size_t incoming) const
{
    const auto lies_before = [](const Placed& one, std::size_t wanted) { return one.incoming < wanted; };
    const auto begin = std::lower_bound(placed.begin(), placed.end(), incoming, lies_before);
    return {begin, std::lower_bound(begin, placed.end(), incoming + 1, lies_before)};
}

std::vector<SchoolIndex> Trial::receiving(std::size_t incoming) const
{
    std::vector<SchoolIndex> schools;
    for (const Placed& one : placed_of(incoming)) {
        schools.push_back(one.walk.school);
    }
    sort_unique(schools);
    return schools;
}

std::vector<SchoolIndex> Trial::receiving() const
{
    std::vector<SchoolIndex> schools;
    for (const LoadedSchool& loaded : loads) {
        schools.push_back(loaded.school);
    }
    return schools;
}

Trial tried(const VerdictContext& context, std::span<const IncomingEstate> incoming, const SeatsTaken& taken, Admission admission,
            LoadCount count)
{
    EstateSeating seating;
    add_demands(context, incoming, admission, seating);
    add_supplies(context, taken, admission, seating);
    const SeatingPlan plan = seated(seating.problem);
    Trial trial;
    trial.admission = admission;
    trial.count = count;
    trial.without.resize(incoming.size());
    for (std::size_t d = 0; d < seating.incoming.size(); ++d) {
        trial.without[seating.incoming[d]][seating.problem.demands[d].stage] = plan.without[d];
    }
    std::vector<LoadedSchool> loads;
    for (const SchoolIndex school : seating.schools) {
        loads.push_back({school, {}});
    }
    for (std::size_t i = 0; i < seating.walks.size(); ++i) {
        if (plan.seated[i] > ExactPupils()) {
            const SeatWay& way = seating.problem.ways[i];
            const Stage stage = seating.problem.demands[way.demand].stage;
            trial.placed.push_back({seating.incoming[way.demand], seating.walks[i], stage, plan.seated[i]});
            loads[way.school].load[stage] += plan.seated[i];
        }
    }
    add_loads(context, taken, count, loads, trial);
    return trial;
}

std::vector<PupilLoad> loads_with(const SeatsTaken& taken, const Trial& trial)
{
    std::vector<PupilLoad> loads = taken.load;
    for (const LoadedSchool& loaded : trial.loads) {
        loads[index(loaded.school)] = loads[index(loaded.school)] + loaded.load;
    }
    return loads;
}

bool may_go(const VerdictContext& context, const IncomingEstate& incoming, const EstateWalk& walk, Stage stage, Admission admission)
{
    const SchoolStanding& school = context.schools[index(walk.school)];
    const auto& catchment = incoming.walks->catchments[incoming.position][stage];
    return school.seats.takes_in[stage] && is_within_limit(walk, stage, context.settings.estates) &&
           is_open_for(incoming, school, admission) &&
           (!catchment || std::binary_search(catchment->begin(), catchment->end(), walk.school));
}

std::optional<std::int64_t> seats_shown(const VerdictContext& context, SchoolIndex school, Stage stage, const SeatsTaken& taken)
{
    const SchoolSeats& seats = context.schools[index(school)].seats;
    if (!seats.free[stage] || !seats.room || taken.is_unclear[index(school)]) {
        return std::nullopt;
    }
    const PupilLoad& load = taken.load[index(school)];
    const auto whole = [](ExactPupils pupils) { return static_cast<std::int64_t>(std::ceil(pupils.pupils())); };
    return std::min(*seats.free[stage] - whole(load[stage]), *seats.room - whole(load[Stage::primary] + load[Stage::junior]));
}

ExactPupils seats_left(const VerdictContext& context, SchoolIndex school, Stage stage, const SeatsTaken& taken, Admission admission)
{
    return left(context.schools[index(school)].seats.free[stage], taken.load[index(school)][stage], taken.is_unclear[index(school)],
                admission);
}

} // namespace fieldgap
