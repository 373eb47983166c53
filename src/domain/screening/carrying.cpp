#include "domain/screening/carrying.hpp"

#include "domain/seats/estate_pupils.hpp"
#include "domain/standard/need.hpp"

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

/// A site of any size with one way to pass; borrowed.
struct GrowingSite
{
    const VerdictContext& context;
    const IncomingEstate& site;
    const PerStage<StagePupils>& pupils;
    const PerAdmission<SeatsTaken>& taken;
    Way way;

    IncomingEstate with(std::int64_t households) const { return with_households(site, pupils, households); }
};

ExactPupils left_at(const GrowingSite& growing, const EstateWalk& walk, Stage stage)
{
    const auto& [context, site, pupils, taken, way] = growing;
    return may_go(context, site, walk, stage, way.admission) ? seats_left(context, walk.school, stage, taken[way.admission], way.admission)
                                                             : ExactPupils();
}

/// More households than all seats in the limit hold pupils of.
std::int64_t too_many(const GrowingSite& growing)
{
    double fewest = 1e15;
    for (const Stage stage : compulsory_stages) {
        double seats = 0.0;
        for (const EstateWalk& walk : growing.site.ways()) {
            seats += left_at(growing, walk, stage).pupils();
        }
        const double per_household = growing.pupils[stage].per_household.value_or(0.0);
        fewest = per_household > 0.0 ? std::min(fewest, (seats + 1.0) / per_household) : fewest;
    }
    return static_cast<std::int64_t>(std::ceil(fewest)) + 1;
}

/// Whether primary and junior pupils compete for the room of a school.
bool stages_compete(const GrowingSite& growing)
{
    const auto ways = growing.site.ways();
    return std::any_of(ways.begin(), ways.end(), [&](const EstateWalk& walk) {
        const PupilLoad& load = growing.taken[growing.way.admission].load[index(walk.school)];
        const auto room = growing.context.schools[index(walk.school)].seats.room;
        const ExactPupils primary = left_at(growing, walk, Stage::primary);
        const ExactPupils junior = left_at(growing, walk, Stage::junior);
        return primary > ExactPupils() && junior > ExactPupils() &&
               primary + junior + load[Stage::primary] + load[Stage::junior] > ExactPupils::whole(room.value_or(0));
    });
}

/// The most households that pass. Precondition: some stage has pupils per household.
std::int64_t max_households(const GrowingSite& growing)
{
    const auto holds = [&](std::int64_t households, LoadCount count) {
        return fits(growing.context, growing.with(households), growing.taken, growing.way, count);
    };
    const auto holds_exactly = [&](std::int64_t households) { return holds(households, LoadCount::exact); };
    const auto may_hold = [&](std::int64_t households) { return holds(households, LoadCount::lower_bound); };
    const std::int64_t below = too_many(growing);
    const std::int64_t by_bisection = largest(below, holds_exactly);
    if (!stages_compete(growing) && required_never_falls(growing.context.settings.standard)) {
        return by_bisection;
    }
    std::int64_t bound = largest(below, may_hold);
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
            const std::int64_t in_this_way = max_households({context, site, pupils, taken, way});
            widest = in_this_way >= households ? way : widest;
            households = std::max(households, in_this_way);
        }
    }
    return {households, binding_of(context, with_households(site, pupils, households + 1), taken, widest)};
}

} // namespace fieldgap
