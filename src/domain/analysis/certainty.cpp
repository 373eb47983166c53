#include "domain/analysis/certainty.hpp"

#include "domain/walk/reach_at_speed.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace fieldgap {
namespace {

/// What one speed makes of the city.
struct Trial
{
    CityAtSpeed figures;
    std::vector<Status> status_after; ///< parallel to City::schools
};

/// The pairs at any of the speeds, and the allocation of each.
class SpeedTrials
{
public:
    explicit SpeedTrials(const AnalysedCity& analysed)
        : analysed_(analysed), measured_(analysed.measured()), own_m_per_min_(analysed.settings.walk.speed_m_per_min),
          fastest_m_per_min_(own_m_per_min_)
    {
        const WalkSettings& walk = analysed.settings.walk;
        for (const double speed : walk.speeds) {
            fastest_m_per_min_ = std::max(fastest_m_per_min_, speed);
        }
        if (fastest_m_per_min_ > own_m_per_min_ && walks_scale_with_speed(walk) && analysed.walking.streets != nullptr) {
            fastest_ = reach_at_speed(measured_, reach(), analysed.walking, fastest_m_per_min_);
        }
    }

    Trial at_own_speed() const { return trial_of(own_m_per_min_, reach(), analysed_.results.allocation); }

    Trial at(double speed_m_per_min) const
    {
        if (speed_m_per_min == own_m_per_min_ || analysed_.walking.streets == nullptr) {
            return trial_of(speed_m_per_min, reach(), analysed_.results.allocation);
        }
        const Reach found = pairs_at(speed_m_per_min);
        // Pairs only come or go, so that as many are the same; and where walks scale, the same pairs are allocated the same.
        const bool is_same = walks_scale_with_speed(analysed_.settings.walk) && found.rent.pairs.size() == reach().rent.pairs.size() &&
                             found.share.pairs.size() == reach().share.pairs.size();
        return is_same ? trial_of(speed_m_per_min, found, analysed_.results.allocation)
                       : trial_of(speed_m_per_min, found, allocate(measured_, found));
    }

private:
    const Reach& reach() const { return analysed_.results.reach; }

    Reach pairs_at(double speed_m_per_min) const
    {
        const WalkSettings& walk = analysed_.settings.walk;
        if (!walks_scale_with_speed(walk)) {
            return reach_at_speed(measured_, reach(), analysed_.walking, speed_m_per_min);
        }
        return speed_m_per_min > own_m_per_min_ ? slowed_reach(fastest_, walk, fastest_m_per_min_, speed_m_per_min)
                                                : slowed_reach(reach(), walk, own_m_per_min_, speed_m_per_min);
    }

    Trial trial_of(double speed_m_per_min, const Reach& found, const Allocation& allocation) const
    {
        Trial trial;
        trial.figures.speed_m_per_min = speed_m_per_min;
        trial.figures.links = found.rent.pairs.size() + found.share.pairs.size();
        trial.figures.given = allocation.closed;
        for (std::size_t s = 0; s < measured_.assessments.size(); ++s) {
            const Assessment& state = measured_.assessments[s];
            const Status after = status_after(state, allocation.of_school[s], analysed_.settings.standard.floor);
            trial.status_after.push_back(after);
            trial.figures.schools_meet_after += after == Status::meets ? 1 : 0;
            trial.figures.residual += state.has_figures() ? state.gap - allocation.of_school[s].received() : ExactArea();
        }
        return trial;
    }

    const AnalysedCity& analysed_;
    MeasuredCity measured_;
    double own_m_per_min_;
    double fastest_m_per_min_;
    Reach fastest_; ///< the pairs at the fastest speed, where that is faster than the city's own
};

} // namespace

Certainty certainty(const AnalysedCity& analysed)
{
    const SpeedTrials trials(analysed);
    const std::vector<double>& speeds = analysed.settings.walk.speeds;
    std::vector<Trial> at(speeds.size());
    tbb::parallel_for(std::size_t{0}, speeds.size(), [&](std::size_t i) { at[i] = trials.at(speeds[i]); });

    const Trial own = trials.at_own_speed();
    Certainty result;
    result.of_school.resize(own.status_after.size());
    for (std::size_t s = 0; s < result.of_school.size(); ++s) {
        if (analysed.results.assessments[s].has_figures()) {
            result.of_school[s].emplace();
        }
    }
    for (const Trial& trial : at) { // rising, so that the fastest is noted last
        result.at.push_back(trial.figures);
        for (std::size_t s = 0; s < result.of_school.size(); ++s) {
            if (result.of_school[s] && trial.status_after[s] != own.status_after[s]) {
                result.of_school[s]->flips_at_m_per_min = trial.figures.speed_m_per_min;
            }
        }
    }
    return result;
}

} // namespace fieldgap
