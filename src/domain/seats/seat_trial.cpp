#include "domain/seats/seat_trial.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr ExactPupils plenty = ExactPupils::whole(1'000'000'000);

ExactPupils left(const std::optional<std::int64_t>& known, ExactPupils taken, bool is_unclear, bool optimistic)
{
    if (!known) {
        return optimistic ? plenty : ExactPupils();
    }
    return is_unclear && !optimistic ? ExactPupils() : std::max(ExactPupils::whole(*known) - taken, ExactPupils());
}

/// The seating problem of the comers, over the schools that any of them may go to.
class Trying
{
public:
    Trying(std::span<const IncomingEstate> all_incoming, Admission admission, std::span<const SchoolStanding> schools,
           const EstateSettings& settings)
        : comers_(all_incoming), admission_(admission), schools_(schools), settings_(settings)
    {
        for (std::uint32_t c = 0; c < all_incoming.size(); ++c) {
            for (const Stage stage : compulsory_stages) {
                if (all_incoming[c].pupils[stage] > ExactPupils()) {
                    add_demand(c, stage);
                }
            }
        }
    }

    Trial seated_in(const SeatsTaken& taken)
    {
        add_supplies(taken);
        const SeatingPlan plan = seated(problem_);
        Trial trial;
        trial.without.resize(comers_.size());
        for (std::size_t d = 0; d < problem_.demands.size(); ++d) {
            trial.without[comer_of_demand_[d]][problem_.demands[d].stage] = plan.without[d];
        }
        std::vector<PupilLoad> loads(used_.size());
        for (std::size_t i = 0; i < problem_.ways.size(); ++i) {
            if (plan.seated[i] > ExactPupils()) {
                const SeatWay& way = problem_.ways[i];
                const Stage stage = problem_.demands[way.demand].stage;
                trial.placed.push_back({comer_of_demand_[way.demand], walks_[i], stage, plan.seated[i]});
                loads[way.school][stage] += plan.seated[i];
            }
        }
        for (std::size_t i = 0; i < used_.size(); ++i) {
            if (!is_empty(loads[i])) {
                trial.loads.push_back({used_[i], loads[i]});
            }
        }
        return trial;
    }

private:
    void add_demand(std::uint32_t incoming, Stage stage)
    {
        const auto demand = static_cast<std::uint32_t>(problem_.demands.size());
        problem_.demands.push_back({stage, comers_[incoming].pupils[stage]});
        comer_of_demand_.push_back(incoming);
        for (const EstateWalk& walk : comers_[incoming].walks->of(comers_[incoming].estate)) {
            if (may_go(comers_[incoming], walk, stage, admission_, schools_, settings_)) {
                problem_.ways.push_back({demand, 0, walk.walk_m});
                walks_.push_back(walk);
            }
        }
    }

    void add_supplies(const SeatsTaken& taken)
    {
        for (const EstateWalk& walk : walks_) {
            used_.push_back(walk.school);
        }
        std::sort(used_.begin(), used_.end());
        used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
        for (std::size_t i = 0; i < walks_.size(); ++i) {
            problem_.ways[i].school =
                static_cast<std::uint32_t>(std::lower_bound(used_.begin(), used_.end(), walks_[i].school) - used_.begin());
        }
        for (const SchoolIndex used : used_) {
            const SchoolStanding& school = schools_[index(used)];
            const PupilLoad& load = taken.load[index(used)];
            const bool is_unclear = taken.is_unclear[index(used)];
            SeatSupply supply;
            for (const Stage stage : compulsory_stages) {
                supply.seats[stage] = seats_left(school, stage, load, is_unclear, admission_.optimistic);
            }
            supply.room = left(school.seats.room, load[Stage::primary] + load[Stage::junior], is_unclear, admission_.optimistic);
            problem_.supplies.push_back(supply);
        }
    }

    std::span<const IncomingEstate> comers_;
    Admission admission_;
    std::span<const SchoolStanding> schools_;
    const EstateSettings& settings_;
    SeatingProblem problem_;
    std::vector<std::uint32_t> comer_of_demand_;
    std::vector<EstateWalk> walks_; ///< parallel to the problem's ways
    std::vector<SchoolIndex> used_; ///< parallel to its supplies
};

bool is_open_for(const IncomingEstate& incoming, const SchoolStanding& school, Admission admission)
{
    if (!school.is_planned) {
        return true;
    }
    if (!admission.planned_schools || !school.open_year) {
        return false;
    }
    return incoming.first_year ? *school.open_year <= *incoming.first_year : admission.optimistic;
}

} // namespace

bool Trial::all_seated() const
{
    return std::all_of(without.begin(), without.end(), [](const PupilLoad& load) { return is_empty(load); });
}

bool may_go(const IncomingEstate& incoming, const EstateWalk& walk, Stage stage, Admission admission,
            std::span<const SchoolStanding> schools, const EstateSettings& settings)
{
    const SchoolStanding& school = schools[index(walk.school)];
    const auto& catchment = (*incoming.catchments)[incoming.estate][stage];
    return school.seats.takes_in[stage] && is_within_limit(walk, stage, settings) && is_open_for(incoming, school, admission) &&
           (!catchment || std::binary_search(catchment->begin(), catchment->end(), walk.school));
}

ExactPupils seats_left(const SchoolStanding& school, Stage stage, const PupilLoad& taken, bool is_unclear, bool optimistic)
{
    return left(school.seats.free[stage], taken[stage], is_unclear, optimistic);
}

Trial tried(std::span<const IncomingEstate> all_incoming, const SeatsTaken& taken, Admission admission,
            std::span<const SchoolStanding> schools, const EstateSettings& settings)
{
    return Trying(all_incoming, admission, schools, settings).seated_in(taken);
}

PupilLoad lightest_load(const SchoolStanding& school, const PupilLoad& taken, const PupilLoad& load, const Standard& standard)
{
    if (!school.seats.takes_in[Stage::primary] || !school.seats.takes_in[Stage::junior]) {
        return load;
    }
    const ExactPupils all = load[Stage::primary] + load[Stage::junior];
    const PupilLoad as_primary = {{all, ExactPupils(), ExactPupils()}};
    const PupilLoad as_junior = {{ExactPupils(), all, ExactPupils()}};
    return required_with(school, taken + as_primary, standard) < required_with(school, taken + as_junior, standard) ? as_primary
                                                                                                                    : as_junior;
}

std::vector<Breach> breaches(const Trial& trial, const SeatsTaken& taken, std::span<const SchoolStanding> schools, const Standard& standard,
                             bool lower_bound)
{
    std::vector<Breach> result;
    for (const LoadedSchool& loaded : trial.loads) {
        const SchoolStanding& school = schools[index(loaded.school)];
        const PupilLoad& before = taken.load[index(loaded.school)];
        const PupilLoad load = lower_bound ? lightest_load(school, before, loaded.load, standard) : loaded.load;
        const auto residual_before = residual_with(school, before, standard);
        const auto residual = residual_with(school, before + load, standard);
        if (!residual_before || !residual) {
            result.push_back({loaded.school, std::nullopt});
        } else if (*residual > *residual_before) {
            result.push_back({loaded.school, *residual - *residual_before});
        }
    }
    return result;
}

} // namespace fieldgap
