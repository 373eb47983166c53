#pragma once
// What all steps of the search for options look at.

#include "domain/allocation/further_reach.hpp"
#include "domain/analysis/analysis.hpp"
#include "gis/network/street_grid.hpp"
#include "gis/walking/near_nodes.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// A city whose schools are to reach more. Borrows it.
class OptionGround
{
public:
    /// Precondition: there are streets.
    explicit OptionGround(const AnalysedCity& analysed);
    OptionGround(const OptionGround&) = delete;
    OptionGround& operator=(const OptionGround&) = delete;

    const AnalysedCity& analysed() const { return analysed_; }
    const MeasuredCity& measured() const { return measured_; }
    const gis::WalkNetwork& streets() const { return *analysed_.walking.streets; }
    const gis::WalkTimes& times() const { return times_; }
    const gis::StreetGrid& grid() const { return grid_; }
    std::span<const float> seconds_of_arc() const { return seconds_; }

    double limit_s() const { return limit_s_; } ///< slack included
    double link_max_m() const { return analysed_.settings.walk.link_max_m; }
    /// No walk of so many seconds leads further as the crow flies.
    double furthest_m(double seconds) const { return seconds * max_m_per_s_; }

    /// Venues with ground to rent, then schools with a surplus, each kind ascending; none of a channel that is off.
    std::span<const Giver> givers() const { return givers_; }
    /// Schools with a gap that a giver may close, ascending.
    std::span<const SchoolIndex> takers() const { return takers_; }
    /// Those of them to which the allocation leaves a residual.
    std::span<const SchoolIndex> lacking() const { return lacking_; }

    const std::string& id_of(const Giver& giver) const;
    bool may_give(const Giver& giver, SchoolIndex taker) const;
    bool is_in_reach(const Giver& giver, SchoolIndex taker) const;

    /// The accesses of a giver or a taker: those of site `site` of a list.
    struct SiteOf
    {
        const gis::SiteAccesses* sites = nullptr;
        std::size_t site = 0;

        std::span<const gis::Access> accesses() const { return sites->of(site); }
    };
    SiteOf site_of(const Giver& giver) const;
    SiteOf site_of(SchoolIndex taker) const;

    /// A straight piece of way of so many metres, and the wait at the node at its end.
    double piece_s(double metres) const;
    double wait_s(gis::NodeId node) const;

private:
    void find_takers();
    void find_givers();

    const AnalysedCity& analysed_;
    MeasuredCity measured_;
    std::vector<float> seconds_;
    gis::WalkTimes times_;
    gis::StreetGrid grid_;
    double limit_s_;
    double max_m_per_s_;
    std::vector<std::uint32_t> first_rent_, first_share_; ///< pairs in reach of each school stand together
    std::vector<Giver> givers_;
    std::vector<SchoolIndex> takers_, lacking_;
};

/// The box of the entries that join streets.
gis::Box entries_box(std::span<const gis::Access> accesses);

} // namespace fieldgap
