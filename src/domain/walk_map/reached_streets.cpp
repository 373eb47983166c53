#include "domain/walk_map/reached_streets.hpp"

#include "domain/walk_map/school_searches.hpp"

#include <algorithm>
#include <limits>

namespace fieldgap {
namespace {

void append(const gis::SiteAccesses& sites, std::size_t site, gis::SiteAccesses& to)
{
    for (std::uint32_t a = sites.first[site]; a < sites.first[site + 1]; ++a) {
        const auto sights = sites.sights_of(a);
        to.access.push_back(sites.access[a]);
        to.sight.insert(to.sight.end(), sights.begin(), sights.end());
        to.first_sight.push_back(static_cast<std::uint32_t>(to.sight.size()));
    }
}

/// The accesses of all open main schools as those of one site: who walks from there, walks from the nearest.
gis::SiteAccesses as_one_site(const MeasuredCity& measured, const gis::SiteAccesses& of_school)
{
    gis::SiteAccesses one;
    for (std::size_t s = 0; s < of_school.site_count(); ++s) {
        if (has_figures(measured.city, measured.owns, SchoolIndex(s))) {
            append(of_school, s, one);
        }
    }
    one.first.push_back(static_cast<std::uint32_t>(one.access.size()));
    return one;
}

/// By edge, when one first stands on it; infinite where nobody does.
class FirstSeconds
{
public:
    FirstSeconds(const gis::WalkNetwork& network, const gis::WalkStates& states, double limit_s)
        : network_(network), states_(states), limit_s_(limit_s), seconds_(network.edge_count(), std::numeric_limits<double>::infinity())
    {
    }

    void leave(const gis::ReachedStop& stop)
    {
        for (std::uint32_t i = states_.first_hop[gis::index(stop.stop)]; i < states_.first_hop[gis::index(stop.stop) + 1]; ++i) {
            stand_on(gis::edge_of(states_.arc[i]), stop.seconds);
        }
    }

    /// Who comes to an edge in the last moment does not stand on it.
    void stand_on(gis::EdgeId edge, double seconds)
    {
        double& known = seconds_[gis::index(edge)];
        known = seconds < limit_s_ ? std::min(known, seconds) : known;
    }

    std::vector<ReachedStreet> streets() const
    {
        std::vector<ReachedStreet> all;
        for (std::uint32_t edge = 0; edge < seconds_.size(); ++edge) {
            if (seconds_[edge] < limit_s_ && !network_.is_sight(gis::EdgeId{edge})) {
                all.push_back({gis::EdgeId{edge}, seconds_[edge]});
            }
        }
        return all;
    }

private:
    const gis::WalkNetwork& network_;
    const gis::WalkStates& states_;
    double limit_s_;
    std::vector<double> seconds_;
};

} // namespace

std::vector<ReachedStreet> reached_streets(const MeasuredCity& measured, const gis::SiteAccesses& of_school, const WalkNetworkView& walking)
{
    if (walking.streets == nullptr) {
        return {};
    }
    const gis::SiteAccesses schools = as_one_site(measured, of_school);
    const SchoolSearches searches(measured.settings.walk, schools, walking);
    const double limit_s = searches.limit_s(measured.settings.walk.minutes);
    const gis::SearchContext context = searches.context(limit_s);
    FirstSeconds first(*walking.streets, searches.states(), limit_s);
    for (const gis::ReachedStop& stop : gis::WalkSearch(context).reached_from(0)) {
        first.leave(stop);
    }
    for (const gis::Access& access : schools.access) {
        if (access.edge != gis::no_edge) {
            first.stand_on(access.edge, searches.times().connector(access).seconds);
        }
    }
    return first.streets();
}

} // namespace fieldgap
