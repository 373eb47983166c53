#pragma once
// Searches that leave schools and look for nobody.

#include "domain/walk/reach.hpp"
#include "gis/walking/walk_search.hpp"

namespace fieldgap {

/// The streets at the pace of the settings, and what a search over them takes. All that is given must outlive it.
class SchoolSearches
{
public:
    /// `walking` has streets.
    SchoolSearches(const WalkSettings& walk, const gis::SiteAccesses& from, const WalkNetworkView& walking);
    SchoolSearches(const SchoolSearches&) = delete;
    SchoolSearches& operator=(const SchoolSearches&) = delete;

    const gis::WalkTimes& times() const { return times_; }
    const gis::WalkStates& states() const { return states_; }
    /// Borrows from this.
    gis::SearchContext context(double limit_s) const;
    /// The slack of rule 9 included.
    double limit_s(double minutes) const;

private:
    double speed_m_per_min_;
    const gis::SiteAccesses& from_;
    gis::Pace pace_;
    std::vector<float> seconds_;
    gis::WalkTimes times_;
    gis::WalkStates states_;
    gis::SiteAccesses no_site_;
    gis::Targets no_targets_;
};

} // namespace fieldgap
