#include "domain/screening/carrying.hpp"

#include "domain/seats/estate_pupils.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace fieldgap {
namespace {

/// True up to some number, false from there on; true for 0.
using Holds = std::function<bool(std::int64_t)>;

/// The largest number in 0 .. below - 1 for which it holds.
std::int64_t largest(std::int64_t below, const Holds& holds)
{
    std::int64_t yes = 0;
    std::int64_t no = below;
    while (no - yes > 1) {
        const std::int64_t middle = yes + (no - yes) / 2;
        (holds(middle) ? yes : no) = middle;
    }
    return yes;
}

/// The same site with so many households.
IncomingEstate with_households(IncomingEstate site, const PerStage<StagePupils>& pupils, std::int64_t households)
{
    const auto of_households = pupils_of_households(pupils, static_cast<double>(households));
    for (const Stage stage : compulsory_stages) {
        site.pupils[stage] = ExactPupils::rounded(of_households[stage].value_or(0.0));
    }
    return site;
}

ExactPupils left_at(const VerdictContext& context, const IncomingEstate& site, const EstateWalk& walk, Stage stage, const SeatsTaken& taken,
                    Admission admission)
{
    return may_go(context, site, walk, stage, admission) ? seats_left(context, walk.school, stage, taken, admission) : ExactPupils();
}

/// More households than all seats in the limit hold pupils of.
std::int64_t too_many(const VerdictContext& context, const IncomingEstate& site, const PerStage<StagePupils>& pupils,
                      const SeatsTaken& taken, Admission admission)
{
    double fewest = 1e15;
    for (const Stage stage : compulsory_stages) {
        double seats = 0.0;
        for (const EstateWalk& walk : site.ways()) {
            seats += left_at(context, site, walk, stage, taken, admission).pupils();
        }
        const double per_household = pupils[stage].per_household.value_or(0.0);
        fewest = per_household > 0.0 ? std::min(fewest, (seats + 1.0) / per_household) : fewest;
    }
    return static_cast<std::int64_t>(std::ceil(fewest)) + 1;
}

/// Whether primary and junior pupils compete for the room of a school.
bool stages_compete(const VerdictContext& context, const IncomingEstate& site, const SeatsTaken& taken, Admission admission)
{
    const auto ways = site.ways();
    return std::any_of(ways.begin(), ways.end(), [&](const EstateWalk& walk) {
        const PupilLoad& load = taken.load[index(walk.school)];
        const auto room = context.schools[index(walk.school)].seats.room;
        const ExactPupils primary = left_at(context, site, walk, Stage::primary, taken, admission);
        const ExactPupils junior = left_at(context, site, walk, Stage::junior, taken, admission);
        return primary > ExactPupils() && junior > ExactPupils() &&
               primary + junior + load[Stage::primary] + load[Stage::junior] > ExactPupils::whole(room.value_or(0));
    });
}

/// The most households that pass in one way. Precondition: some stage has pupils per household.
std::int64_t max_households(const VerdictContext& context, const IncomingEstate& site, const PerStage<StagePupils>& pupils,
                            const PerAdmission<SeatsTaken>& taken, Way way)
{
    const auto holds = [&](LoadCount count) {
        return [&, count](std::int64_t households) { return fits(context, with_households(site, pupils, households), taken, way, count); };
    };
    const SeatsTaken& before = taken[way.admission];
    const std::int64_t below = too_many(context, site, pupils, before, way.admission);
    const Holds holds_exactly = holds(LoadCount::exact);
    const std::int64_t by_bisection = largest(below, holds_exactly);
    if (!stages_compete(context, site, before, way.admission)) {
        return by_bisection;
    }
    std::int64_t bound = largest(below, holds(LoadCount::lower_bound));
    while (bound > by_bisection && !holds_exactly(bound)) {
        --bound;
    }
    return std::max(bound, by_bisection);
}

/// Every stage's pupils are known per household, and not all are none.
bool grows_with_households(const PerStage<StagePupils>& pupils)
{
    const auto is_known = [&](Stage stage) { return pupils[stage].per_household.has_value(); };
    const auto has_any = [&](Stage stage) { return pupils[stage].per_household.value_or(0.0) > 0.0; };
    return std::all_of(compulsory_stages.begin(), compulsory_stages.end(), is_known) &&
           std::any_of(compulsory_stages.begin(), compulsory_stages.end(), has_any);
}

} // namespace

Carrying carries(const VerdictContext& context, const IncomingEstate& site, const PerAdmission<SeatsTaken>& taken,
                 std::span<const Way> ways)
{
    const auto pupils = estate_pupils(site.walks->estates[site.position], context.city.yields, context.settings.estates);
    if (!grows_with_households(pupils)) {
        return {};
    }
    const auto walks = site.ways();
    const bool meets_planned =
        std::any_of(walks.begin(), walks.end(), [&](const EstateWalk& walk) { return context.schools[index(walk.school)].is_planned; });
    std::int64_t households = 0;
    Way widest = ways.front();
    for (const Way& way : ways) {
        if (way.admission == Admission::open || meets_planned) {
            const std::int64_t in_this_way = max_households(context, site, pupils, taken, way);
            widest = in_this_way >= households ? way : widest;
            households = std::max(households, in_this_way);
        }
    }
    return {households, binding_of(context, with_households(site, pupils, households + 1), taken, widest)};
}

} // namespace fieldgap
