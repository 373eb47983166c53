#include "domain/screening/carrying.hpp"

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

/// One site with one way of admission.
class SiteOfAnySize
{
public:
    SiteOfAnySize(const VerdictContext& ground, const IncomingEstate& incoming, const PerStage<StagePupils>& pupils,
                  const TakenSeats& taken, Admission admission, bool reallocates)
        : ground_(ground), comer_(incoming), pupils_(pupils), taken_(taken), admission_(admission), reallocates_(reallocates)
    {
    }

    /// Precondition: some stage has pupils per household.
    std::int64_t most_households() const
    {
        const std::int64_t below = too_many();
        const std::int64_t by_bisection = largest(below, [this](std::int64_t households) { return holds(households, false); });
        if (!stages_compete()) {
            return by_bisection;
        }
        std::int64_t bound = largest(below, [this](std::int64_t households) { return holds(households, true); });
        while (bound > by_bisection && !holds(bound, false)) {
            --bound;
        }
        return std::max(bound, by_bisection);
    }

    std::optional<Binding> binding_at(std::int64_t households) const
    {
        return binding_of(ground_, with(households), taken_, admission_, reallocates_);
    }

private:
    IncomingEstate with(std::int64_t households) const
    {
        IncomingEstate incoming = comer_;
        const auto pupils = pupils_of_households(pupils_, static_cast<double>(households));
        for (const Stage stage : compulsory_stages) {
            incoming.pupils[stage] = ExactPupils::rounded(pupils[stage].value_or(0.0));
        }
        return incoming;
    }

    bool holds(std::int64_t households, bool lower_bound) const
    {
        const IncomingEstate incoming = with(households);
        return fits(ground_, {&incoming, 1}, taken_, admission_, reallocates_, lower_bound);
    }

    ExactPupils left_at(const EstateWalk& walk, Stage stage) const
    {
        const std::size_t s = index(walk.school);
        const SeatsTaken& taken = taken_.of(admission_);
        return may_go(comer_, walk, stage, admission_, ground_.schools, ground_.settings.estates)
                   ? seats_left(ground_.schools[s], stage, taken.load[s], taken.is_unclear[s], false)
                   : ExactPupils();
    }

    /// More households than all seats in the limit hold pupils of.
    std::int64_t too_many() const
    {
        double least = 1e15;
        for (const Stage stage : compulsory_stages) {
            double seats = 0.0;
            for (const EstateWalk& walk : comer_.walks->of(comer_.estate)) {
                seats += left_at(walk, stage).pupils();
            }
            const double per_household = pupils_[stage].per_household.value_or(0.0);
            least = per_household > 0.0 ? std::min(least, (seats + 1.0) / per_household) : least;
        }
        return static_cast<std::int64_t>(std::ceil(least)) + 1;
    }

    bool stages_compete() const
    {
        const auto walks = comer_.walks->of(comer_.estate);
        return std::any_of(walks.begin(), walks.end(), [&](const EstateWalk& walk) {
            const PupilLoad& load = taken_.of(admission_).load[index(walk.school)];
            const auto room = ground_.schools[index(walk.school)].seats.room;
            const ExactPupils primary = left_at(walk, Stage::primary);
            const ExactPupils junior = left_at(walk, Stage::junior);
            return primary > ExactPupils() && junior > ExactPupils() &&
                   primary + junior + load[Stage::primary] + load[Stage::junior] > ExactPupils::whole(room.value_or(0));
        });
    }

    const VerdictContext& ground_;
    const IncomingEstate& comer_;
    const PerStage<StagePupils>& pupils_;
    const TakenSeats& taken_;
    Admission admission_;
    bool reallocates_;
};

/// Every stage's pupils are known per household, and not all are none.
bool grows_with_households(const PerStage<StagePupils>& pupils)
{
    const auto is_known = [&](Stage stage) { return pupils[stage].per_household.has_value(); };
    const auto has_any = [&](Stage stage) { return pupils[stage].per_household.value_or(0.0) > 0.0; };
    return std::all_of(compulsory_stages.begin(), compulsory_stages.end(), is_known) &&
           std::any_of(compulsory_stages.begin(), compulsory_stages.end(), has_any);
}

} // namespace

Carrying carries(const VerdictContext& ground, const IncomingEstate& incoming, const PerStage<StagePupils>& pupils, const TakenSeats& taken)
{
    if (!grows_with_households(pupils)) {
        return {};
    }
    const SiteOfAnySize site(ground, incoming, pupils, taken, {}, false);
    const std::int64_t most = site.most_households();
    return {most, site.binding_at(most + 1)};
}

Carrying carries_conditionally(const VerdictContext& ground, const IncomingEstate& incoming, const PerStage<StagePupils>& pupils,
                               const TakenSeats& taken)
{
    if (!grows_with_households(pupils)) {
        return {};
    }
    const SiteOfAnySize at_open(ground, incoming, pupils, taken, {}, true);
    const SiteOfAnySize with_planned(ground, incoming, pupils, taken, {true, false}, true);
    const std::int64_t open_most = at_open.most_households();
    const auto walks = incoming.walks->of(incoming.estate);
    const bool meets_planned =
        std::any_of(walks.begin(), walks.end(), [&](const EstateWalk& walk) { return ground.schools[index(walk.school)].is_planned; });
    const std::int64_t planned_most = meets_planned ? with_planned.most_households() : open_most;
    const std::int64_t most = std::max(open_most, planned_most);
    return {most, (meets_planned && planned_most >= open_most ? with_planned : at_open).binding_at(most + 1)};
}

} // namespace fieldgap
